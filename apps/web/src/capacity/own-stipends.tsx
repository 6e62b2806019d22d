import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { ownStipendsQuery } from './stipend-queries';

/** What the reader gets by approved statements, the newest month first. */
export function OwnStipends(): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(ownStipendsQuery);
  return (
    <>
      <p>{t('capacity:aboutOwn')}</p>
      <Answered query={query}>
        {(months) =>
          months.length === 0 ? (
            <Empty>{t('capacity:noneOwn')}</Empty>
          ) : (
            <DataTable
              caption={t('capacity:title')}
              rows={months}
              keyOf={({ programme, month, line }) => `${programme} ${month} ${line.placeCode}`}
              columns={[
                { name: t('capacity:month'), isHeader: true, cell: ({ month }) => format.months([month]) },
                { name: t('capacity:place'), cell: ({ line }) => line.place },
                { name: t('capacity:days'), isNumber: true, cell: ({ line }) => format.count(line.servedDays) },
                { name: t('capacity:service'), isNumber: true, cell: ({ line }) => format.rupiah(line.serviceRupiah) },
                { name: t('capacity:visits'), isNumber: true, cell: ({ line }) => format.count(line.visits) },
                { name: t('capacity:byVisits'), isNumber: true, cell: ({ line }) => format.rupiah(line.visitsRupiah) },
                { name: t('capacity:total'), isNumber: true, cell: ({ line }) => format.rupiah(line.totalRupiah) },
              ]}
            />
          )
        }
      </Answered>
    </>
  );
}
