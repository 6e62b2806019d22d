import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OrderOnBoard } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';

const TONES = {
  drafted: 'waiting',
  released: 'running',
  sent: 'running',
  refused: 'refused',
  settled: 'done',
} as const;

/** Orders, each with where it stands at the bank. */
export function OrdersTable({ rows }: { readonly rows: readonly OrderOnBoard[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('money:order.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('money:order.message'),
          isHeader: true,
          cell: ({ id, messageId, isReissue, attempt }) => (
            <>
              <Link to="/orders/$orderId" params={{ orderId: id }} className="text-link">
                {messageId}
              </Link>
              <div className="small-print">
                {t(isReissue ? 'money:orders.reissue' : 'money:orders.first')}
                {attempt > 1 && `, ${t('money:order.attempt')} ${format.count(attempt)}`}
              </div>
            </>
          ),
        },
        { name: t('money:orders.city'), cell: ({ cityName, cityCode }) => cityName ?? cityCode },
        {
          name: t('money:order.state'),
          cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(`money:order.is.${state}`)}</StatusTag>,
        },
        {
          name: t('money:order.executionOn'),
          cell: ({ executionOn }) => (executionOn ? format.date(executionOn) : '–'),
        },
        {
          name: t('money:orders.answered'),
          cell: ({ answeredAt }) => (answeredAt ? format.date(answeredAt) : t('money:orders.silent')),
        },
        { name: t('money:orders.openBreaks'), isNumber: true, cell: ({ openBreaks }) => format.count(openBreaks) },
        { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
        { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
      ]}
    />
  );
}
