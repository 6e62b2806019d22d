import type { ReactNode } from 'react';
import type { BudgetYear } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';

/** Each year's ceiling, what allocations have taken of it, and what is left. */
export function BudgetYears({ years }: { readonly years: readonly BudgetYear[] }): ReactNode {
  const { t, format } = useWords();
  const rupiah = (amount: string | null): string =>
    amount === null ? t('money:budget.notYet') : format.rupiah(amount);
  return (
    <DataTable
      caption={t('money:budget.title')}
      rows={years}
      keyOf={({ programme, year }) => `${programme} ${String(year)}`}
      columns={[
        { name: t('money:budget.year'), isHeader: true, cell: ({ year }) => year },
        { name: t('money:budget.programme'), cell: ({ programme }) => programme },
        { name: t('money:budget.ceiling'), isNumber: true, cell: (row) => rupiah(row.ceilingRupiah) },
        { name: t('money:budget.committed'), isNumber: true, cell: (row) => rupiah(row.committedRupiah) },
        { name: t('money:budget.left'), isNumber: true, cell: (row) => rupiah(row.leftRupiah) },
      ]}
    />
  );
}
