import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { ListTools } from '../shared/table/list-tools';
import { WholeListLink } from '../shared/table/whole-list-link';
import { DeliveriesTable } from './deliveries-table';
import { type DeliveryFilter, deliveriesQuery, endpointsQuery } from './webhook-queries';
import { DELIVERY_SORTS, DELIVERY_STATES, TYPES } from './webhook-words';
import './webhooks.css';

const route = getRouteApi('/shell/webhooks/deliveries');

/** Everything that was sent or waits to be, to one receiver or all of them. */
export function DeliveriesPage(): ReactNode {
  const { t } = useWords();
  const { endpointId, state, type, text, sort } = route.useSearch();
  const filter: DeliveryFilter = {
    ...{ endpointId, text },
    sort: DELIVERY_SORTS.find((one) => one === sort),
    state: DELIVERY_STATES.find((one) => one === state),
    type: TYPES.find((one) => one === type),
  };
  const query = useInfiniteQuery(deliveriesQuery(filter));
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== undefined);
  return (
    <div className="stack">
      <PageHeading
        title={t('webhooks:deliveries')}
        trail={
          <>
            <Link to="/webhooks" className="text-link">
              {t('webhooks:title')}
            </Link>{' '}
            <WholeListLink path="/webhooks/deliveries/xlsx" query={{ ...filter }} />
          </>
        }
      />
      <DeliveryTools filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'webhooks:deliveriesNone')}</Empty>}>
        {(deliveries) => <DeliveriesTable deliveries={deliveries} />}
      </AnsweredList>
    </div>
  );
}

function DeliveryTools({ filter }: { readonly filter: DeliveryFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const endpoints = useQuery(endpointsQuery).data ?? [];
  const choose = (chosen: DeliveryFilter): void => {
    void navigate({ to: '/webhooks/deliveries', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('webhooks:hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('webhooks:receiver'),
          value: filter.endpointId,
          offered: endpoints.map(({ id, name }) => ({ value: id, label: name })),
          onChoose: (endpointId) => {
            choose({ endpointId });
          },
        },
        {
          label: t('webhooks:state'),
          value: filter.state,
          offered: DELIVERY_STATES.map((value) => ({ value, label: t(`webhooks:deliveryIs.${value}`) })),
          onChoose: (value) => {
            choose({ state: DELIVERY_STATES.find((one) => one === value) });
          },
        },
        {
          label: t('webhooks:fact'),
          value: filter.type,
          offered: TYPES.map((value) => ({ value, label: t(`webhooks:factIs.${value}`) })),
          onChoose: (value) => {
            choose({ type: TYPES.find((one) => one === value) });
          },
        },
        {
          label: t('webhooks:sort'),
          value: filter.sort ?? 'newest',
          isNeeded: true,
          offered: DELIVERY_SORTS.map((value) => ({ value, label: t(`webhooks:sortIs.${value}`) })),
          onChoose: (value) => {
            choose({ sort: DELIVERY_SORTS.find((one) => one === value) });
          },
        },
      ]}
    />
  );
}
