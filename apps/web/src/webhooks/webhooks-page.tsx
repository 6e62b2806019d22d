import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { WebhookSecret } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { EndpointForm } from './endpoint-form';
import { EndpointsTable } from './endpoints-table';
import { SecretShown } from './secret-shown';
import { endpointsQuery } from './webhook-queries';
import './webhooks.css';

/** Systems that wait for facts of the reader's territories, and how they fare. */
export function WebhooksPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(endpointsQuery);
  const [shown, setShown] = useState<WebhookSecret | null>(null);
  return (
    <div className="stack">
      <PageHeading
        title={t('webhooks:title')}
        trail={
          <Link to="/webhooks/deliveries" className="text-link">
            {t('webhooks:deliveries')}
          </Link>
        }
      />
      <p className="small-print">{t('webhooks:about')}</p>
      {shown !== null && (
        <SecretShown
          shown={shown}
          onClose={() => {
            setShown(null);
          }}
        />
      )}
      {may(useMe(), 'webhook:manage') && (
        <OpenedForm name={t('webhooks:new')}>
          {(close) => <EndpointForm onSecret={setShown} onClose={close} />}
        </OpenedForm>
      )}
      <Answered query={query} rows={3}>
        {(endpoints) =>
          endpoints.length === 0 ? (
            <Empty>{t('webhooks:none')}</Empty>
          ) : (
            <EndpointsTable endpoints={endpoints} onSecret={setShown} />
          )
        }
      </Answered>
    </div>
  );
}
