import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PeriodQuotas } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import type { QuotaMove } from './quota-moves-text';

type City = PeriodQuotas['cities'][number];

interface Props {
  readonly cities: readonly City[];
  readonly moves: readonly QuotaMove[];
  readonly onTakeBack: (city: City) => void;
}

/** Cities shown at once; the rest is found by name. */
const SHOWN = 60;

/** What each city has, could use and could give, and what the change would leave it; cities that change come first. */
export function QuotaMovesTable({ cities, moves, onTakeBack }: Props): ReactNode {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const moved = new Map(moves.map(({ cityCode, deltaFamilies }) => [cityCode, deltaFamilies]));
  const found = cities.filter(({ cityCode, cityName }) =>
    `${cityCode} ${cityName}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const rows = [
    ...found.filter(({ cityCode }) => moved.has(cityCode)),
    ...found.filter(({ cityCode }) => !moved.has(cityCode)),
  ].slice(0, SHOWN);
  return (
    <section className="stack">
      {cities.length > 1 && (
        <TextInput
          type="search"
          label={t('money:quotaChange.find')}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      )}
      <MovesTable rows={rows} moved={moved} onTakeBack={onTakeBack} />
    </section>
  );
}

interface TableProps {
  readonly rows: readonly City[];
  readonly moved: ReadonlyMap<string, number>;
  readonly onTakeBack: (city: City) => void;
}

function MovesTable({ rows, moved, onTakeBack }: TableProps): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('money:quotaChange.newTitle')}
      rows={rows}
      keyOf={({ cityCode }) => cityCode}
      columns={[
        {
          name: t('money:quotaChange.city'),
          isHeader: true,
          cell: ({ cityCode, cityName }) => `${cityCode} ${cityName}`,
        },
        { name: t('money:quotaChange.now'), isNumber: true, cell: (row) => format.count(row.quotaFamilies) },
        {
          name: t('money:quotaChange.wanted'),
          isNumber: true,
          cell: (row) => (row.wantedFamilies === null ? '–' : format.count(row.wantedFamilies)),
        },
        { name: t('money:quotaChange.free'), isNumber: true, cell: (row) => format.count(row.unallocatedFamilies) },
        { name: t('money:quotaChange.recallable'), cell: (row) => <Recallable city={row} onTakeBack={onTakeBack} /> },
        { name: t('money:quotaChange.after'), cell: (row) => <After city={row} delta={moved.get(row.cityCode)} /> },
      ]}
    />
  );
}

function Recallable({ city, onTakeBack }: { readonly city: City } & Pick<Props, 'onTakeBack'>): ReactNode {
  const { t, format } = useWords();
  if (city.recallableFamilies === 0) return city.whyNotShrink?.message ?? '–';
  return (
    <span className="row">
      {format.count(city.recallableFamilies)}
      <Button
        variant="default"
        size="sm"
        aria-label={t('money:quotaChange.takeOf', { city: city.cityName })}
        onClick={() => {
          onTakeBack(city);
        }}
      >
        {t('money:quotaChange.take')}
      </Button>
    </span>
  );
}

/** The quota that a change would leave, and whether its families fit: or why it can't be. */
function After({ city, delta }: { readonly city: City; readonly delta: number | undefined }): ReactNode {
  const { t, format } = useWords();
  const after = city.quotaFamilies + (delta ?? 0);
  const short = Math.max(0, (city.wantedFamilies ?? 0) - after);
  const shortage = short === 0 ? [] : [t('money:quotaChange.short', { families: format.count(short) })];
  if (delta === undefined) return shortage[0] ?? '–';
  if (delta > 0 && city.whyNotGrow !== null) return city.whyNotGrow.message;
  if (-delta <= city.recallableFamilies)
    return [`${format.count(after)} (${format.signed(delta)})`, ...shortage].join(' · ');
  const most = t('money:quotaChange.most', { families: format.count(city.recallableFamilies) });
  return city.whyNotShrink?.message ?? most;
}
