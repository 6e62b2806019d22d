import type { WebhookDelivery, WebhookEndpoint } from '../api/schemas';
import type { Tone } from '../shared/look/status-tag';

/** Facts that a receiver may wait for, in the order in which they happen. */
export const FACTS = [
  ...(['decree.ratified', 'order.sent', 'order.settled', 'order.refused'] as const),
  ...(['case.opened', 'case.closed', 'report.submitted', 'report.accepted'] as const),
] as const;
export const TYPES = [...FACTS, 'webhook.ping'] as const;
export const DELIVERY_STATES = ['pending', 'delivered', 'given_up', 'dropped'] as const;
export const DELIVERY_SORTS = ['newest', 'oldest'] as const;
export type EndpointAct = WebhookEndpoint['acts'][number];

export const ENDPOINT_TONES: Readonly<Record<WebhookEndpoint['state'], Tone>> = {
  active: 'done',
  paused: 'soon',
  ended: 'neutral',
};

export const DELIVERY_TONES: Readonly<Record<WebhookDelivery['state'], Tone>> = {
  pending: 'running',
  delivered: 'done',
  given_up: 'late',
  dropped: 'neutral',
};
