import { Button, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Conservation } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { saveCsv } from '../../shared/table/csv';
import { DataTable } from '../../shared/table/data-table';
import { Differences } from './differences';
import { type MoneyPart, PARTS, STATES_OF } from './money-parts';

type Part = Conservation['parts'][number];

interface Props {
  readonly statement: Conservation;
  readonly periodId: string;
  readonly level: 'kecamatan' | 'kelurahan';
}

// What was not allocated belongs to the city's quota, not to a part of the city.
const SHOWN = PARTS.filter((part) => part !== 'unallocated');

/** The statement by part of the city; a kecamatan opens its kelurahan, a figure its families. */
export function TerritoriesTable({ statement, periodId, level }: Props): ReactNode {
  const { t, format } = useWords();
  const { cityCode, parts } = statement;
  const columns = SHOWN.map((part) => ({
    name: t(`money.part.${part}`),
    isNumber: true,
    cell: (row: Part) => figure(row, part),
  }));
  const figure = ({ territoryCode, statement: of }: Part, part: MoneyPart): ReactNode => {
    const measure = of[part];
    const states = STATES_OF[part];
    if (measure.families === 0 || states === undefined) return format.rupiah(measure.amountRupiah);
    return (
      <Link
        to="/periods/$periodId/entitlements"
        params={{ periodId }}
        search={{ territoryCode, states: states.join(',') }}
        className="text-link"
      >
        {format.rupiah(measure.amountRupiah)}
      </Link>
    );
  };
  const save = (): void => {
    const header = ['kode', 'nama', ...SHOWN.flatMap((part) => [`${part}_kpm`, `${part}_rupiah`])];
    const rows = parts.map(({ territoryCode, name, statement: of }) => [
      territoryCode,
      name,
      ...SHOWN.flatMap((part) => [of[part].families, of[part].amountRupiah]),
    ]);
    saveCsv(`dana-${cityCode}-${level}`, [header, ...rows]);
  };
  return (
    <section className="stack" aria-labelledby="territories">
      <div className="page-heading-line">
        <Title order={2} size="h3" id="territories">
          {t(`money.by.${level}`)}
        </Title>
        <Button variant="default" onClick={save}>
          {t('table.csv')}
        </Button>
      </div>
      <div className="wide-table" role="region" aria-label={t(`money.by.${level}`)} tabIndex={0}>
        <DataTable
          caption={t(`money.by.${level}`)}
          rows={parts}
          keyOf={({ territoryCode }) => territoryCode}
          columns={[
            {
              name: t(`money.level${level === 'kecamatan' ? 'Kecamatan' : 'Kelurahan'}`),
              isHeader: true,
              cell: ({ territoryCode, name }) =>
                level === 'kelurahan' ? (
                  name
                ) : (
                  <Link
                    to="/periods/$periodId/cities/$cityCode/money"
                    params={{ periodId, cityCode }}
                    search={{ level: 'kelurahan', within: territoryCode }}
                    className="text-link"
                  >
                    {name}
                  </Link>
                ),
            },
            {
              name: t('task.families'),
              isNumber: true,
              cell: ({ statement: { allocated } }) => format.count(allocated.families),
            },
            ...columns,
            {
              name: t('money.difference'),
              isNumber: true,
              cell: ({ statement: of }) => <Differences statement={of} />,
            },
          ]}
        />
      </div>
    </section>
  );
}
