import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SpotPlan } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

type Sizes = Readonly<Record<string, number>>;
interface Props {
  readonly plan: SpotPlan;
  /** Families of a kecamatan that is to have another number than its share. */
  readonly sizes: Sizes;
  readonly onSize: (sizes: Sizes) => void;
}

/** How many families would be visited, and where; a kecamatan may be given another number. */
export function PlanShown({ plan, sizes, onSize }: Props): ReactNode {
  const { t, format } = useWords();
  const sizeOf = ({ code, sample }: SpotPlan['strata'][number]): number => sizes[code] ?? sample;
  const sample = plan.strata.reduce((sum, stratum) => sum + sizeOf(stratum), 0);
  return (
    <>
      <p role="status">
        {t('monitoring:draw.result', {
          ...{ sample: format.count(sample), population: format.count(plan.population) },
          reached: format.decimal(plan.reached),
        })}
      </p>
      <DataTable
        caption={t('monitoring:draw.strata')}
        rows={plan.strata}
        keyOf={({ code }) => code}
        columns={[
          { name: t('monitoring:kecamatan'), isHeader: true, cell: ({ name }) => name },
          {
            name: t('monitoring:population'),
            isNumber: true,
            cell: ({ population }) => format.count(population),
          },
          {
            name: t('monitoring:sample'),
            isNumber: true,
            cell: (stratum) => (
              <TextInput
                type="number"
                min={1}
                max={stratum.population}
                aria-label={`${t('monitoring:sample')}, ${stratum.name}`}
                value={sizeOf(stratum)}
                onChange={({ currentTarget: { value } }) => {
                  onSize({ ...sizes, [stratum.code]: Number(value) });
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}
