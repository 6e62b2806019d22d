import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { type Allotted, PARTS, STATES_OF } from './money-parts';

interface Props {
  readonly statement: Allotted;
  readonly periodId: string;
  readonly territoryCode: string;
}

/** The money bar as a table: every part opens its families, and the parts add up to what was allocated. */
export function PartsTable({ statement, periodId, territoryCode }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('money.allocatedIs')}
      rows={PARTS}
      keyOf={(part) => part}
      columns={[
        {
          name: t('money.part.name'),
          isHeader: true,
          cell: (part) => (
            <>
              <span className={`money-swatch money-fill-${part}`} aria-hidden />
              {t(`money.part.${part}`)}
            </>
          ),
        },
        {
          name: t('task.families'),
          isNumber: true,
          total: format.count(statement.allocated.families),
          cell: (part) => {
            const { families } = statement[part];
            const states = STATES_OF[part];
            if (states === undefined || families === 0) return format.count(families);
            return (
              <Link
                to="/periods/$periodId/entitlements"
                params={{ periodId }}
                search={{ territoryCode, states: states.join(',') }}
                className="text-link"
              >
                {format.count(families)}
              </Link>
            );
          },
        },
        {
          name: t('task.rupiah'),
          isNumber: true,
          cell: (part) => format.rupiah(statement[part].amountRupiah),
          total: format.rupiah(statement.allocated.amountRupiah),
        },
      ]}
      totalName={t('money.part.allocated')}
    />
  );
}
