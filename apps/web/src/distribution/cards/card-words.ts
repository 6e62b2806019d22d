import type { CardRow } from '../../api/schemas';
import type { Tone } from '../../shared/look/status-tag';

export type CardState = CardRow['state'];
export type CardReason = Exclude<CardRow['reason'], ''>;

export const CARD_STATES = [
  ...(['printed', 'at_branch', 'at_place', 'not_handed_over', 'handed_over', 'returned', 'destroyed'] as const),
] as const satisfies CardState[];
export const CARD_REASONS = [
  ...(['able', 'refused', 'died', 'moved', 'under_age', 'not_found', 'damaged', 'not_received'] as const),
] as const satisfies CardReason[];
export const CARD_WANTS = ['reason', 'confirmation', 'late', 'contradicted', 'case'] as const;
export const CARD_SORTS = ['since', 'place'] as const;

export const CARD_TONES: Readonly<Record<CardState, Tone>> = {
  printed: 'running',
  at_branch: 'running',
  at_place: 'waiting',
  not_handed_over: 'refused',
  handed_over: 'done',
  returned: 'neutral',
  destroyed: 'neutral',
};
