import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { known } from '../api/known';
import type { NewWebhookEndpoint, WebhookSecret } from '../api/schemas';
import type { DELIVERY_SORTS, DELIVERY_STATES, EndpointAct, FACTS } from './webhook-words';

const PAGE = 50;
/** What is sent is answered within seconds. */
const SOON_MS = 5_000;
const header = (key: string) => ({ 'Idempotency-Key': key });

export interface DeliveryFilter {
  readonly endpointId?: string | undefined;
  readonly state?: (typeof DELIVERY_STATES)[number] | undefined;
  readonly type?: (typeof FACTS)[number] | 'webhook.ping' | undefined;
  readonly text?: string | undefined;
  readonly sort?: (typeof DELIVERY_SORTS)[number] | undefined;
}

export const endpointsQuery = queryOptions({
  queryKey: ['webhook-endpoints'],
  queryFn: () => answer(api.GET('/api/v1/webhooks/endpoints')),
});

export const deliveriesQuery = (filter: DeliveryFilter) =>
  infiniteQueryOptions({
    queryKey: ['webhook-deliveries', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/webhooks/deliveries', { params: { query: known({ limit: PAGE, ...filter, cursor }) } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Asked for again while it is on its way. */
export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['webhook-delivery', deliveryId],
    queryFn: () => answer(api.GET('/api/v1/webhooks/deliveries/{deliveryId}', { params: { path: { deliveryId } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? SOON_MS : false),
  });

export const registerEndpoint = (body: NewWebhookEndpoint, key: string): Promise<WebhookSecret> =>
  answer(api.POST('/api/v1/webhooks/endpoints', { params: { header: header(key) }, body }));

/** What an act answers with: a secret to be shown once, a delivery to be looked at, or nothing. */
export interface ActAnswer {
  readonly secret?: WebhookSecret;
  readonly deliveryId?: string;
}

export const actOnEndpoint =
  (endpointId: string) =>
  async (act: EndpointAct, key: string): Promise<ActAnswer> => {
    const params = { path: { endpointId }, header: header(key) };
    switch (act) {
      case 'rotate':
        return { secret: await answer(api.POST('/api/v1/webhooks/endpoints/{endpointId}/rotate', { params })) };
      case 'ping':
        return {
          deliveryId: (await answer(api.POST('/api/v1/webhooks/endpoints/{endpointId}/ping', { params }))).id,
        };
      case 'pause':
        await answer(api.POST('/api/v1/webhooks/endpoints/{endpointId}/pause', { params }));
        return {};
      case 'resume':
        await answer(api.POST('/api/v1/webhooks/endpoints/{endpointId}/resume', { params }));
        return {};
      case 'end':
        await answer(api.POST('/api/v1/webhooks/endpoints/{endpointId}/end', { params }));
        return {};
    }
  };

export const repeatDelivery =
  (deliveryId: string) =>
  (_nothing: null, key: string): Promise<unknown> =>
    answer(
      api.POST('/api/v1/webhooks/deliveries/{deliveryId}/repeat', {
        params: { path: { deliveryId }, header: header(key) },
      }),
    );
