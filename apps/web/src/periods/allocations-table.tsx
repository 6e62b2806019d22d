import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PeriodDetail } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

/** Quota and rupiah by city, with the total; each city opens its board. */
export function AllocationsTable({ detail }: { readonly detail: PeriodDetail }): ReactNode {
  const { t, format } = useWords();
  const { period, allocations, total } = detail;
  return (
    <DataTable
      caption={t('periods.allocations')}
      rows={allocations}
      keyOf={({ cityCode }) => cityCode}
      columns={[
        {
          name: t('periods.city'),
          isHeader: true,
          cell: ({ cityCode, cityName }) => (
            <Link
              to="/periods/$periodId/cities/$cityCode"
              params={{ periodId: period.id, cityCode }}
              className="text-link"
            >
              {cityName}
            </Link>
          ),
        },
        { name: t('periods.code'), cell: ({ cityCode }) => cityCode },
        {
          name: t('periods.quota'),
          isNumber: true,
          cell: ({ quotaFamilies }) => format.count(quotaFamilies),
          total: format.count(total.families),
        },
        { name: t('periods.perFamily'), isNumber: true, cell: (row) => format.rupiah(row.rupiahPerFamily) },
        {
          name: t('periods.amount'),
          isNumber: true,
          cell: (row) => format.rupiah(row.amountRupiah),
          total: format.rupiah(total.amountRupiah),
        },
      ]}
      totalName={t('table.total')}
    />
  );
}
