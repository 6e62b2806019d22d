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

/** Who was taken out before is let in by a change of its record, not at the desk. */
export const decisionsFor = (kind: Doubt['kind']): readonly Decision[] =>
  kind === 'excluded' ? DECISIONS.filter((decision) => decision !== 'cleared') : DECISIONS;
