import type { Doubt } from '../../api/schemas';
import type { Tone } from '../../shared/look/status-tag';

type Decision = NonNullable<Doubt['decision']>;

export const DECISION_TONES: Readonly<Record<Decision, Tone>> = {
  cleared: 'done',
  excluded: 'refused',
  unresolved: 'soon',
};

/** In the order in which they are offered. */
export const DECISIONS: readonly Decision[] = ['cleared', 'excluded', 'unresolved'];
