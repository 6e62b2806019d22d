import type { FamilyChange } from '../../api/schemas';
import type { Tone } from '../../shared/look/status-tag';

export const CHANGE_TONES: Readonly<Record<FamilyChange['state'], Tone>> = {
  proposed: 'waiting',
  confirmed: 'done',
  refused: 'refused',
  withdrawn: 'neutral',
  lapsed: 'late',
};
