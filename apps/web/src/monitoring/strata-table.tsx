import type { ReactNode } from 'react';
import type { SpotCheckDetails } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

const COUNTS = ['population', 'sample', 'answered', 'unreached', 'replaced', 'toVisit'] as const;

/** Each kecamatan: its share of the sample, and how far the visits are. Who did not answer is counted. */
export function StrataTable({ check }: { readonly check: SpotCheckDetails }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('monitoring:draw.strata')}
      rows={check.strata}
      keyOf={({ code }) => code}
      columns={[
        { name: t('monitoring:kecamatan'), isHeader: true, cell: ({ name }) => name },
        ...COUNTS.map((count) => ({
          name: t(`monitoring:${count}`),
          isNumber: true,
          cell: (stratum: SpotCheckDetails['strata'][number]) => format.count(stratum[count]),
        })),
      ]}
    />
  );
}
