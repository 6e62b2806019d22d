import type { Case } from '../api/schemas';
import type { Tone } from '../shared/look/status-tag';

export const CASE_TONES: Readonly<Record<Case['state'], Tone>> = {
  to_visit: 'neutral',
  to_decide: 'running',
  decided: 'done',
  used: 'done',
  lapsed: 'late',
};
