import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Budget } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';

const TONES: Readonly<Record<Budget['state'], Tone>> = {
  proposed: 'waiting',
  in_force: 'done',
  superseded: 'neutral',
  refused: 'refused',
  withdrawn: 'neutral',
};

/** Every paper that was entered, the newest first: who entered it, who decided, and why not. */
export function BudgetHistory({ budgets }: { readonly budgets: readonly Budget[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <section className="stack" aria-labelledby="budget-history">
      <Title order={2} size="h3" id="budget-history">
        {t('money:budget.history')}
      </Title>
      <DataTable
        caption={t('money:budget.history')}
        rows={budgets}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('money:budget.paper'),
            isHeader: true,
            cell: ({ dipaNumber, dipaOn }) => `${dipaNumber}, ${format.date(dipaOn)}`,
          },
          {
            name: t('money:budget.year'),
            cell: ({ year, revision }) => t('money:budget.yearAndRevision', { year, revision }),
          },
          { name: t('money:budget.ceiling'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
          {
            name: t('money:budget.state'),
            cell: ({ state, reason }) => (
              <>
                <StatusTag tone={TONES[state]}>{t(`money:budget.is.${state}`)}</StatusTag>
                {reason !== null && <div>{reason}</div>}
              </>
            ),
          },
          {
            name: t('money:budget.proposer'),
            cell: ({ proposer, proposedAt }) => `${proposer}, ${format.date(proposedAt)}`,
          },
          {
            name: t('money:budget.decider'),
            cell: ({ decider, decidedAt }) => (decidedAt === null ? '' : `${decider ?? ''}, ${format.date(decidedAt)}`),
          },
        ]}
      />
    </section>
  );
}
