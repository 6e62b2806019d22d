import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FamilyRecord } from '../api/schemas';
import { CASE_TONES } from '../follow-up/case-tones';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';

type FamilyCase = NonNullable<FamilyRecord['cases']>[number];

/** The family's follow-up cases of all periods; an open one leads to its task. */
export function FamilyCases({ cases }: { readonly cases: readonly FamilyCase[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <section className="stack" aria-labelledby="family-cases">
      <Title order={2} size="h3" id="family-cases">
        {t('families:cases')}
      </Title>
      {cases.length === 0 ? (
        <p className="small-print">{t('families:noCases')}</p>
      ) : (
        <DataTable
          caption={t('families:cases')}
          rows={cases}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('families:period'),
              isHeader: true,
              cell: ({ periodCode }) => <span className="no-break">{periodCode}</span>,
            },
            {
              name: t('case.state'),
              cell: ({ state, openTaskId }) => (
                <>
                  <StatusTag tone={CASE_TONES[state]}>{t(`case.is.${state}`)}</StatusTag>
                  {openTaskId !== null && (
                    <Link to="/tasks/$taskId" params={{ taskId: openTaskId }} className="line text-link">
                      {t('case.openTask')}
                    </Link>
                  )}
                </>
              ),
            },
            { name: t('case.finding'), cell: ({ finding }) => (finding === null ? '–' : codeWord('finding', finding)) },
            {
              name: t('case.outcome'),
              cell: ({ outcome }) => (outcome === null ? '–' : codeWord('caseOutcome', outcome)),
            },
            { name: t('case.deadline'), cell: ({ deadlineOn }) => format.date(deadlineOn) },
            { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
          ]}
        />
      )}
    </section>
  );
}
