import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Mandate } from '../api/schemas';
import type { Tone } from '../shared/look/status-tag';

export const mandatesQuery = queryOptions({
  queryKey: ['mandates'],
  queryFn: () => answer(api.GET('/api/v1/mandates')),
});

/** What happened to one mandate. */
export const mandateEventsQuery = (mandateId: string) =>
  queryOptions({
    queryKey: ['mandates', mandateId, 'events'],
    queryFn: () => answer(api.GET('/api/v1/mandates/{mandateId}/events', { params: { path: { mandateId } } })),
  });

/** Offices to which a slice of it could go. */
export const mandateOfficesQuery = (mandateId: string) =>
  queryOptions({
    queryKey: ['mandates', mandateId, 'offices'],
    queryFn: () => answer(api.GET('/api/v1/mandates/{mandateId}/offices', { params: { path: { mandateId } } })),
  });

export const freezesQuery = queryOptions({
  queryKey: ['freezes'],
  queryFn: () => answer(api.GET('/api/v1/freezes')),
});

const TONES: Readonly<Record<Mandate['state'], Tone>> = {
  granted: 'waiting',
  accepted: 'done',
  suspended: 'soon',
  revoked: 'refused',
  expired: 'refused',
  returned: 'refused',
  refused: 'refused',
};

export const mandateTone = ({ state }: Mandate): Tone => TONES[state];
