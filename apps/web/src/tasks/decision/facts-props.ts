import type { Task } from '../../api/schemas';
import type { DecisionState } from './use-decision';

/** What every form that a kind asks for beyond the outcome is given. */
export interface FactsProps {
  readonly task: Task;
  readonly decision: DecisionState;
}
