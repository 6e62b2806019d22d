import type { ReactNode } from 'react';
import type { BankFileEffects } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { DataTable } from '../../shared/table/data-table';

/** What a file would do to its order: families that move, differences, postings and cases. */
export function FileEffects({ effects }: { readonly effects: BankFileEffects }): ReactNode {
  const { t, format, codeWord } = useWords();
  const { file, refused, moves, breaksTotal, cases } = effects;
  if (refused !== null) {
    return (
      <Notice tone="soon">
        {t('money:rehearsal.refused', { file, reason: codeWord('money:fileRefusal', refused.code) })}
      </Notice>
    );
  }
  return (
    <div className="stack" role="status">
      <Notice tone={breaksTotal === 0 ? 'done' : 'soon'}>
        {t('money:rehearsal.done', {
          file,
          families: format.count(moves.reduce((sum, { families }) => sum + families, 0)),
          breaks: format.count(breaksTotal),
          opens: format.count(cases.opens),
          ends: format.count(cases.ends),
        })}
      </Notice>
      {moves.length > 0 && (
        <DataTable
          caption={t('money:rehearsal.moves')}
          rows={moves}
          keyOf={({ from, to }) => `${from} ${to}`}
          columns={[
            { name: t('money:rehearsal.from'), isHeader: true, cell: ({ from }) => codeWord('entitlement', from) },
            { name: t('money:rehearsal.to'), cell: ({ to }) => codeWord('entitlement', to) },
            { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
          ]}
        />
      )}
      <Differences effects={effects} />
    </div>
  );
}

function Differences({ effects: { breaks, breaksTotal } }: { readonly effects: BankFileEffects }): ReactNode {
  const { t, format, codeWord } = useWords();
  if (breaks.length === 0) return null;
  return (
    <>
      <DataTable
        caption={t('money:rehearsal.breaks')}
        rows={breaks}
        keyOf={({ endToEndId, type, state }) => `${endToEndId} ${type} ${state}`}
        columns={[
          { name: t('case.family'), isHeader: true, cell: ({ endToEndId }) => endToEndId },
          { name: t('money:breaks.type'), cell: ({ type }) => codeWord('money:breaks.of', type) },
          { name: t('money:rehearsal.effect'), cell: ({ state }) => t(`money:rehearsal.is.${state}`) },
          {
            name: t('money:breaks.expected'),
            isNumber: true,
            cell: ({ expected }) => (expected === null ? '–' : format.rupiah(expected)),
          },
          {
            name: t('money:breaks.found'),
            isNumber: true,
            cell: ({ found }) => (found === null ? '–' : format.rupiah(found)),
          },
        ]}
      />
      {breaksTotal > breaks.length && (
        <p className="small-print">
          {t('money:rehearsal.more', { shown: format.count(breaks.length), breaks: format.count(breaksTotal) })}
        </p>
      )}
    </>
  );
}
