import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OfficerImport } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { saveCsv } from '../../shared/table/csv';
import { DataTable } from '../../shared/table/data-table';

interface Props {
  readonly answer: OfficerImport;
  readonly fileName: string;
  readonly isApplying: boolean;
  readonly onApply: () => void;
}

/** What is wrong with a list and where, or what it would do, with the button that does it. */
export function ImportResult({ answer, fileName, isApplying, onApply }: Props): ReactNode {
  const { t, format } = useWords();
  if (answer.isApplied) return <Applied answer={answer} />;
  if (answer.mistakes > 0) {
    return (
      <>
        <Notice tone="soon">
          {t('organisation:import.mistakes', { file: fileName, mistakes: format.count(answer.mistakes) })}
        </Notice>
        <Mistakes answer={answer} />
      </>
    );
  }
  const figures = figuresOf(answer, format.count);
  if (answer.added + answer.ended === 0) {
    return <Notice tone="done">{t('organisation:import.nothing', { file: fileName, ...figures })}</Notice>;
  }
  return (
    <>
      <Notice tone="running">{t('organisation:import.would', { file: fileName, ...figures })}</Notice>
      <Changes answer={answer} />
      <p className="consequence">{t('organisation:import.consequence')}</p>
      <div className="row">
        <Button
          h={44}
          aria-disabled={isApplying}
          onClick={() => {
            if (!isApplying) onApply();
          }}
        >
          {t('organisation:import.apply')}
        </Button>
      </div>
    </>
  );
}

const figuresOf = (answer: OfficerImport, count: (figure: number) => string) => ({
  added: count(answer.added),
  ended: count(answer.ended),
  unchanged: count(answer.unchanged),
  officers: count(answer.newOfficers),
});

function Mistakes({ answer }: { readonly answer: OfficerImport }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('organisation:import.mistakesTitle')}
      rows={answer.findings}
      keyOf={({ row, column, code }) => `${row} ${column} ${code}`}
      columns={[
        { name: t('organisation:import.row'), isHeader: true, cell: ({ row }) => format.count(row) },
        { name: t('organisation:import.column'), cell: ({ column }) => column },
        { name: t('organisation:import.what'), cell: ({ message }) => message },
      ]}
    />
  );
}

function Changes({ answer }: { readonly answer: OfficerImport }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('organisation:import.changesTitle')}
      rows={answer.changes}
      keyOf={({ row }) => String(row)}
      columns={[
        { name: t('organisation:import.row'), isHeader: true, cell: ({ row }) => format.count(row) },
        { name: t('organisation:import.change'), cell: ({ change }) => t(`organisation:import.is.${change}`) },
        { name: t('organisation:officer.name'), cell: ({ fullName, username }) => `${fullName} (${username})` },
        {
          name: t('organisation:officer.role'),
          cell: ({ role, office }) => `${codeWord('common:role', role)}, ${office}`,
        },
        {
          name: t('organisation:officer.days'),
          cell: ({ validFrom, validTo }) =>
            `${format.date(validFrom)} – ${validTo === null ? t('organisation:officer.open') : format.date(validTo)}`,
        },
      ]}
    />
  );
}

/** The codes can be saved now; the server has only their hashes. */
function Applied({ answer }: { readonly answer: OfficerImport }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <Notice tone="done">{t('organisation:import.done', figuresOf(answer, format.count))}</Notice>
      {answer.codes.length > 0 && (
        <section className="panel stack">
          <p>{t('organisation:import.codes', { codes: format.count(answer.codes.length) })}</p>
          <div className="row">
            <Button
              h={44}
              onClick={() => {
                saveCsv(t('organisation:import.codesName'), [
                  ['USERNAME', 'NAMA', 'KODE'],
                  ...answer.codes.map(({ username, fullName, code }) => [username, fullName, code]),
                ]);
              }}
            >
              {t('organisation:import.saveCodes')}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
