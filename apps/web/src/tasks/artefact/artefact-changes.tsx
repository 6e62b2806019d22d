import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ArtefactChanges as Changes, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { changesQuery } from '../task-queries';

type Line = Changes['lines'][number];
type Value = Line['values'][number];

/** Shown before the rest is folded away. */
const FIRST_SHOWN = 20;
const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

/** What is otherwise since this officer last had the paper before them. Nothing the first time, or where nothing is. */
export function ArtefactChanges({ task }: { readonly task: Task }): ReactNode {
  const { t, format } = useWords();
  const { data } = useQuery(changesQuery(task));
  if (data?.seenAt == null || data.lines.length + data.families.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="artefact-changes">
      <Title order={2} size="h3" id="artefact-changes">
        {t('tasks:changes.title')}
      </Title>
      <p>{t('tasks:changes.since', { at: format.dateTime(data.seenAt) })}</p>
      <LineTable lines={data.lines} />
      <FamilyTable families={data.families} />
    </section>
  );
}

function LineTable({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const { t, codeWord } = useWords();
  const value = useValueWords();
  const shown = lines.slice(0, FIRST_SHOWN);
  if (lines.length === 0) return null;
  return (
    <>
      <DataTable
        caption={t('tasks:changes.lines')}
        rows={shown}
        keyOf={({ key }) => key}
        columns={[
          {
            name: t('tasks:changes.where'),
            isHeader: true,
            cell: ({ kind, key }) =>
              `${SIGNS[kind]} ${codeWord('tasks:changes.key', key)} (${t(`tasks:changes.kind.${kind}`)})`,
          },
          {
            name: t('tasks:changes.what'),
            cell: ({ values }) =>
              values.map((one) => (
                <p key={one.field}>
                  {codeWord('tasks:changes.field', one.field)}: {value(one, 'before')} → {value(one, 'after')}
                </p>
              )),
          },
        ]}
      />
      {lines.length > shown.length && <p>{t('tasks:changes.more', { count: lines.length - shown.length })}</p>}
    </>
  );
}

function FamilyTable({ families }: { readonly families: Changes['families'] }): ReactNode {
  const { t } = useWords();
  if (families.length === 0) return null;
  const verdict = (code: string | null): string =>
    code === 'eligible' || code === 'ineligible' || code === 'check' ? t(`verdict.${code}`) : '–';
  return (
    <details>
      <summary>{t('tasks:changes.families', { count: families.length })}</summary>
      <DataTable
        caption={t('tasks:changes.familyCaption')}
        rows={families}
        keyOf={({ kpmCode, kind, kelurahanCode }) => `${kind}:${kelurahanCode ?? ''}:${kpmCode ?? ''}`}
        columns={[
          {
            name: t('tasks:changes.family'),
            isHeader: true,
            cell: ({ kind, kpmCode }) => `${SIGNS[kind]} ${kpmCode ?? '–'} (${t(`tasks:changes.kind.${kind}`)})`,
          },
          { name: t('tasks:changes.where'), cell: ({ kelurahanCode }) => kelurahanCode ?? '–' },
          {
            name: t('tasks:changes.verdict'),
            cell: ({ before, after }) => `${verdict(before)} → ${verdict(after)}`,
          },
        ]}
      />
    </details>
  );
}

const MONEY = ['rupiah', 'allocated', 'transacted', 'notTransacted', 'returned'];

/** A value as its field is written: rupiah, a day, a count, a code. */
function useValueWords(): (value: Value, side: 'before' | 'after') => string {
  const { format } = useWords();
  return ({ field, ...sides }, side) => {
    const value = sides[side];
    if (value === null) return '–';
    if (MONEY.includes(field)) return format.rupiah(String(value));
    if (typeof value === 'number') return format.count(value);
    return field.startsWith('valid') ? format.date(value) : value;
  };
}
