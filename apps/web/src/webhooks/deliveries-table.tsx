import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WebhookDelivery } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';
import { LastAnswer } from './last-answer';
import { DELIVERY_TONES } from './webhook-words';

/** Deliveries, each leading to its attempts and what was answered. */
export function DeliveriesTable({ deliveries }: { readonly deliveries: readonly WebhookDelivery[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('webhooks:deliveries')}
      rows={deliveries}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('webhooks:fact'),
          isHeader: true,
          cell: ({ id, type }) => (
            <Link to="/webhooks/deliveries/$deliveryId" params={{ deliveryId: id }} className="text-link">
              {t(`webhooks:factIs.${type}`)}
            </Link>
          ),
        },
        { name: t('webhooks:receiver'), cell: ({ endpointName }) => endpointName },
        { name: t('webhooks:subject'), cell: ({ subjectId }) => <span className="webhook-code">{subjectId}</span> },
        {
          name: t('webhooks:state'),
          cell: ({ state }) => <StatusTag tone={DELIVERY_TONES[state]}>{t(`webhooks:deliveryIs.${state}`)}</StatusTag>,
        },
        { name: t('webhooks:attempts'), isNumber: true, cell: ({ attempts }) => format.count(attempts) },
        {
          name: t('webhooks:last'),
          cell: ({ lastStatus, lastFailure }) => <LastAnswer status={lastStatus} failure={lastFailure} />,
        },
        { name: t('webhooks:created'), cell: ({ createdAt }) => format.dateTime(createdAt) },
      ]}
    />
  );
}
