import type { ReactNode } from 'react';
import type { VisitPlan } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';

/** What a plan comes to, what it takes for granted, and who would visit whom. */
export function VisitPlanAnswer({ plan }: { readonly plan: VisitPlan }): ReactNode {
  const { t, format } = useWords();
  const { missed, cost, rates, moves } = plan;
  const missedOf = (cases: number): string =>
    t('capacity:load.late', { cases: format.count(cases), open: format.count(plan.cases) });
  const rupiah = (amount: string | null): string =>
    amount === null ? t('capacity:plan.noStipend') : format.rupiah(amount);
  return (
    <div className="stack">
      <Facts
        facts={[
          [t('capacity:plan.missedToday'), missedOf(missed.today)],
          [t('capacity:plan.missedPlan'), missedOf(missed.plan)],
          [t('capacity:plan.missedGreedy'), missedOf(missed.greedy)],
          [t('capacity:plan.costToday'), rupiah(cost.today)],
          [
            t('capacity:plan.costPlan'),
            `${rupiah(cost.plan)} (${format.count(cost.officers)} × ${rupiah(cost.rupiahPerMonth)})`,
          ],
        ]}
      />
      <DataTable
        caption={t('capacity:plan.rates')}
        rows={rates}
        keyOf={({ role }) => role}
        columns={[
          { name: t('capacity:load.post'), isHeader: true, cell: ({ role }) => t(`common:role.${role}`) },
          { name: t('capacity:plan.persons'), isNumber: true, cell: ({ persons }) => format.count(persons) },
          {
            name: t('capacity:load.perDay'),
            isNumber: true,
            cell: ({ perWorkingDay }) => format.decimal(perWorkingDay),
          },
          {
            name: t('capacity:plan.source'),
            cell: ({ source, sample }) => t(`capacity:plan.from.${source}`, { persons: format.count(sample) }),
          },
        ]}
      />
      {moves.length === 0 ? (
        <Empty>{t('capacity:plan.nothing')}</Empty>
      ) : (
        <DataTable
          caption={t('capacity:plan.moves')}
          rows={moves}
          keyOf={(move) =>
            `${move.officer ?? ''} ${move.role} ${move.kelurahanCode} ${move.deadlineOn} ${moves.indexOf(move)}`
          }
          columns={[
            {
              name: t('capacity:load.officer'),
              isHeader: true,
              cell: ({ officer, role }) => `${officer ?? t('capacity:plan.newTksk')} (${t(`common:role.${role}`)})`,
            },
            { name: t('roster.kelurahan'), cell: ({ kelurahan, kelurahanCode }) => kelurahan ?? kelurahanCode },
            { name: t('capacity:load.deadline'), cell: ({ deadlineOn }) => format.date(deadlineOn) },
            { name: t('desks.cases'), isNumber: true, cell: ({ cases }) => format.count(cases) },
          ]}
        />
      )}
    </div>
  );
}
