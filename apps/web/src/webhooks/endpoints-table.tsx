import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WebhookEndpoint, WebhookSecret } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';
import { EndpointActs } from './endpoint-acts';
import { ENDPOINT_TONES, FACTS } from './webhook-words';

interface Props {
  readonly endpoints: readonly WebhookEndpoint[];
  readonly onSecret: (secret: WebhookSecret) => void;
}

/** Receivers, each leading to what was sent there. */
export function EndpointsTable({ endpoints, onSecret }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('webhooks:title')}
      rows={endpoints}
      keyOf={({ id }) => id}
      columns={[
        { name: t('webhooks:name'), isHeader: true, cell: (endpoint) => <NameOf endpoint={endpoint} /> },
        {
          name: t('webhooks:territory'),
          cell: ({ territoryCode, territoryName }) =>
            territoryCode === 'ID' ? t('common:territory.ID') : (territoryName ?? territoryCode),
        },
        {
          name: t('webhooks:facts'),
          cell: ({ types }) =>
            FACTS.filter((fact) => types.includes(fact))
              .map((fact) => t(`webhooks:factIs.${fact}`))
              .join(', '),
        },
        { name: t('webhooks:state'), cell: (endpoint) => <StateOf endpoint={endpoint} /> },
        { name: t('webhooks:pending'), isNumber: true, cell: ({ pending }) => format.count(pending) },
        { name: t('webhooks:givenUp'), isNumber: true, cell: ({ givenUp }) => format.count(givenUp) },
        {
          name: t('webhooks:delivered'),
          cell: ({ deliveredAt }) => (deliveredAt === null ? '–' : format.dateTime(deliveredAt)),
        },
        { name: t('webhooks:by'), cell: ({ creator }) => creator },
        {
          name: t('webhooks:act.name'),
          cell: (endpoint) => <EndpointActs endpoint={endpoint} onSecret={onSecret} />,
        },
      ]}
    />
  );
}

function NameOf({ endpoint: { id, name, url } }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  return (
    <>
      <Link to="/webhooks/deliveries" search={{ endpointId: id }} className="text-link">
        {name}
      </Link>
      <span className="line small-print webhook-code">{url}</span>
    </>
  );
}

/** Its state with what brought it there, and what is the matter with it. */
function StateOf({ endpoint }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  const { t, format } = useWords();
  const { state, cause, awaySince, formerUntil } = endpoint;
  return (
    <>
      <StatusTag tone={ENDPOINT_TONES[state]}>{t(`webhooks:stateIs.${state}`)}</StatusTag>
      {state !== 'active' && <span className="line small-print">{t(`webhooks:causeIs.${cause}`)}</span>}
      {state !== 'ended' && awaySince !== null && (
        <span className="line small-print">{t('webhooks:away', { since: format.dateTime(awaySince) })}</span>
      )}
      {state !== 'ended' && formerUntil !== null && (
        <span className="line small-print">{t('webhooks:former', { until: format.dateTime(formerUntil) })}</span>
      )}
    </>
  );
}
