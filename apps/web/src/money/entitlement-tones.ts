import type { Entitlement } from '../api/schemas';
import type { Tone } from '../shared/look/status-tag';

export const ENTITLEMENT_TONES: Readonly<Record<Entitlement['state'], Tone>> = {
  decreed: 'neutral',
  ordered: 'waiting',
  unreconciled: 'late',
  failed: 'refused',
  reissued: 'neutral',
  credited: 'running',
  transacted: 'done',
  not_transacted: 'soon',
  held: 'waiting',
  returned: 'done',
};
