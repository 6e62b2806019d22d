import type { ReactNode } from 'react';
import type { StipendLine } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

interface Props {
  readonly caption: string;
  readonly lines: readonly StipendLine[];
}

/** What each TKSK gets, and of what it is made. */
export function StipendTable({ caption, lines }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={caption}
      rows={lines}
      keyOf={({ officer, placeCode }) => `${placeCode} ${officer}`}
      columns={[
        { name: t('capacity:officer'), isHeader: true, cell: ({ officer }) => officer },
        { name: t('capacity:place'), cell: ({ place }) => place },
        { name: t('capacity:days'), isNumber: true, cell: ({ servedDays }) => format.count(servedDays) },
        { name: t('capacity:service'), isNumber: true, cell: ({ serviceRupiah }) => format.rupiah(serviceRupiah) },
        { name: t('capacity:visits'), isNumber: true, cell: ({ visits }) => format.count(visits) },
        { name: t('capacity:byVisits'), isNumber: true, cell: ({ visitsRupiah }) => format.rupiah(visitsRupiah) },
        { name: t('capacity:total'), isNumber: true, cell: ({ totalRupiah }) => format.rupiah(totalRupiah) },
      ]}
    />
  );
}
