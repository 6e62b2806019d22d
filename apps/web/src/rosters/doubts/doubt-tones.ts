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

/** Whether it is a question of two records that are compared; other kinds are answered on the family's page. */
export const comparesRecords = (kind: Doubt['kind']): boolean => kind === 'identity' || kind === 'listed';

/** What the desk can't do: who was taken out comes back by a change of its record, and unused aid is taken by a case. */
const ELSEWHERE: Readonly<Partial<Record<Doubt['kind'], Decision>>> = { excluded: 'cleared', unused: 'excluded' };

export const decisionsFor = (kind: Doubt['kind']): readonly Decision[] =>
  DECISIONS.filter((decision) => decision !== ELSEWHERE[kind]);
