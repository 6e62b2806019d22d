import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Mandate } from '../api/schemas';
import type { Tone } from '../shared/look/status-tag';

export const mandatesQuery = queryOptions({
  queryKey: ['mandates'],
  queryFn: () => answer(api.GET('/api/v1/mandates')),
});

const TONES: Readonly<Record<string, Tone>> = {
  granted: 'waiting',
  accepted: 'done',
  suspended: 'soon',
  revoked: 'refused',
  returned: 'refused',
};

export const mandateTone = ({ state }: Mandate): Tone => TONES[state] ?? 'neutral';
