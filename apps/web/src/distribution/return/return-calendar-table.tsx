import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OrderToReturn } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { calendarDaysLeft } from '../../shared/words/days-left';
import { usePayerName } from '../bank/use-payer-name';

const TONES: Record<OrderToReturn['stage'], Tone> = {
  ahead: 'neutral',
  soon: 'soon',
  near: 'soon',
  due: 'late',
  at_bank: 'running',
  deposited: 'waiting',
  done: 'done',
};
/** Of these the day itself is what counts; afterwards it has passed for good. */
const COUNTED = ['ahead', 'soon', 'near', 'due'];
const UNUSED = 'credited,not_transacted,held';

/** Orders by their last day of use, each with what is unused and what went back. */
export function ReturnCalendarTable({ rows }: { readonly rows: readonly OrderToReturn[] }): ReactNode {
  const { t } = useWords();
  const payerName = usePayerName();
  return (
    <DataTable
      caption={t('money:returns.title')}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      columns={[
        { name: t('money:returns.lastDay'), isHeader: true, cell: (row) => <LastDay row={row} /> },
        {
          name: t('money:returns.stage'),
          cell: ({ stage }) => <StatusTag tone={TONES[stage]}>{t(`money:returns.is.${stage}`)}</StatusTag>,
        },
        {
          name: t('money:orders.city'),
          cell: (row) => (
            <>
              <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="text-link">
                {row.cityName ?? row.cityCode}
              </Link>
              <div className="small-print">{payerName(row)}</div>
            </>
          ),
        },
        { name: t('money:returns.unused'), isNumber: true, cell: (row) => <Unused row={row} /> },
        {
          name: t('money:returns.returned'),
          isNumber: true,
          cell: (row) => <Families row={row} families={row.returned} rupiah={row.returnedRupiah} states="returned" />,
        },
      ]}
    />
  );
}

function LastDay({ row: { stage, daysLeft, lastDayOfUse } }: { readonly row: OrderToReturn }): ReactNode {
  const { t, format } = useWords();
  if (!COUNTED.includes(stage)) return format.date(lastDayOfUse);
  const { tone, text } = calendarDaysLeft(t, format, daysLeft, lastDayOfUse);
  return (
    <>
      {daysLeft < 0 && <div>{format.date(lastDayOfUse)}</div>}
      <StatusTag tone={tone}>{text}</StatusTag>
    </>
  );
}

function Unused({ row }: { readonly row: OrderToReturn }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <Families row={row} families={row.unused} rupiah={row.unusedRupiah} states={UNUSED} />
      {row.onHold > 0 && (
        <div className="small-print">{t('money:returns.ofThem', { families: format.count(row.onHold) })}</div>
      )}
    </>
  );
}

interface Counted {
  readonly row: OrderToReturn;
  readonly families: number;
  readonly rupiah: string;
  readonly states: string;
}

/** A count that opens its families. */
function Families({ row: { periodId, orderId }, families, rupiah, states }: Counted): ReactNode {
  const { format } = useWords();
  if (families === 0) return '–';
  return (
    <Link to="/periods/$periodId/entitlements" params={{ periodId }} search={{ orderId, states }} className="text-link">
      {`${format.count(families)} · ${format.rupiah(rupiah)}`}
    </Link>
  );
}
