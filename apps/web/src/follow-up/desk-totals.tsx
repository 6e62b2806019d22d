import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { DataTable } from '../shared/table/data-table';
import { DeskForecast } from './desk-forecast';
import { deskTotalsQuery } from './follow-up-queries';

/** The desks of each kecamatan and of the city together: will they make it? */
export function DeskTotals({ periodId }: { readonly periodId: string }): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(deskTotalsQuery(periodId));
  return (
    <section className="stack" aria-labelledby="desk-totals">
      <Title order={2} size="h3" id="desk-totals">
        {t('tasks:offices.totals')}
      </Title>
      <Answered query={query} rows={3}>
        {(totals) => (
          <DataTable
            caption={t('tasks:offices.totals')}
            rows={totals.toSorted((one, other) => one.territoryCode.localeCompare(other.territoryCode))}
            keyOf={({ territoryCode }) => territoryCode}
            columns={[
              {
                name: t('tasks:offices.place'),
                isHeader: true,
                cell: ({ name, territoryCode }) => name ?? territoryCode,
              },
              { name: t('desks.cases'), isNumber: true, cell: ({ cases }) => format.count(cases) },
              {
                name: t('desks.open'),
                isNumber: true,
                cell: ({ toVisit, toDecide }) => format.count(toVisit + toDecide),
              },
              { name: t('desks.forecast'), cell: (desk) => <DeskForecast desk={desk} /> },
              { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
