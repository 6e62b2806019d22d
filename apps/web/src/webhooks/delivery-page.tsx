import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WebhookDeliveryDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { Facts } from '../shared/look/facts';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { announce } from '../shared/states/live-region';
import { DataTable } from '../shared/table/data-table';
import { LastAnswer } from './last-answer';
import { deliveryQuery, repeatDelivery } from './webhook-queries';
import { DELIVERY_TONES } from './webhook-words';
import './webhooks.css';

const route = getRouteApi('/shell/webhooks/deliveries/$deliveryId');

/** One delivery: what it tells, every attempt with its answer, and the way to send it again. */
export function DeliveryPage(): ReactNode {
  const { t } = useWords();
  const { deliveryId } = route.useParams();
  const query = useQuery(deliveryQuery(deliveryId));
  return (
    <div className="stack">
      <PageHeading
        title={query.data === undefined ? t('webhooks:delivery') : t(`webhooks:factIs.${query.data.type}`)}
        trail={
          <Link to="/webhooks/deliveries" className="text-link">
            {t('webhooks:deliveries')}
          </Link>
        }
      />
      <Answered query={query}>{(delivery) => <Delivery delivery={delivery} />}</Answered>
    </div>
  );
}

interface Props {
  readonly delivery: WebhookDeliveryDetails;
}

function Delivery({ delivery }: Props): ReactNode {
  const { t } = useWords();
  return (
    <>
      <DeliveryFacts delivery={delivery} />
      {delivery.mayRepeat && (
        <OpenedForm name={t('webhooks:repeat')} variant="filled">
          {(close) => <RepeatForm deliveryId={delivery.id} onClose={close} />}
        </OpenedForm>
      )}
      {delivery.endpointState !== 'active' && <p className="small-print">{t('webhooks:resting')}</p>}
      <Tries delivery={delivery} />
      <section className="stack" aria-label={t('webhooks:body')}>
        <Title order={2} size="h3">
          {t('webhooks:body')}
        </Title>
        <p className="panel webhook-code">{JSON.stringify(JSON.parse(delivery.body), null, 2)}</p>
      </section>
    </>
  );
}

function DeliveryFacts({ delivery }: Props): ReactNode {
  const { t, format } = useWords();
  const { id, endpointId, endpointName, state, subjectId, createdAt, nextAttemptAt } = delivery;
  return (
    <Facts
      facts={[
        [
          t('webhooks:state'),
          <StatusTag key="state" tone={DELIVERY_TONES[state]}>
            {t(`webhooks:deliveryIs.${state}`)}
          </StatusTag>,
        ],
        [
          t('webhooks:receiver'),
          <Link key="receiver" to="/webhooks/deliveries" search={{ endpointId }} className="text-link">
            {endpointName}
          </Link>,
        ],
        [t('webhooks:created'), format.dateTime(createdAt)],
        [t('webhooks:next'), nextAttemptAt === null ? '–' : format.dateTime(nextAttemptAt)],
        [
          'webhook-id',
          <span key="id" className="webhook-code">
            {id}
          </span>,
        ],
        [
          t('webhooks:subject'),
          <span key="subject" className="webhook-code">
            {subjectId}
          </span>,
        ],
      ]}
    />
  );
}

function Tries({ delivery: { tries } }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <section className="stack" aria-label={t('webhooks:tries')}>
      <Title order={2} size="h3">
        {t('webhooks:tries')}
      </Title>
      {tries.length === 0 ? (
        <Empty>{t('webhooks:triesNone')}</Empty>
      ) : (
        <DataTable
          caption={t('webhooks:tries')}
          rows={tries}
          keyOf={({ startedAt }) => startedAt}
          columns={[
            { name: t('webhooks:when'), isHeader: true, cell: ({ startedAt }) => format.dateTime(startedAt) },
            {
              name: t('webhooks:outcome'),
              cell: ({ status, failure }) => <LastAnswer status={status} failure={failure} />,
            },
            {
              name: t('webhooks:took'),
              isNumber: true,
              cell: ({ durationMs }) => t('webhooks:ms', { count: durationMs }),
            },
            {
              name: t('webhooks:answer'),
              cell: ({ answer }) => (
                <span className="webhook-code">{answer === '' ? t('webhooks:noWords') : answer}</span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function RepeatForm({ deliveryId, onClose }: { readonly deliveryId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const command = useCommand(repeatDelivery(deliveryId));
  return (
    <CommandForm
      send={t('webhooks:repeat')}
      command={command}
      consequence={t('webhooks:repeatSure')}
      onSubmit={() => {
        command.mutate(null, {
          onSuccess: () => {
            announce(t('webhooks:repeated'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}
