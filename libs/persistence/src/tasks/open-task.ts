import { OPEN_STATES } from '#domain';

/**
 * The condition "this task is open", the same everywhere: lists, boards, deadlines and the partial indexes that serve
 * them. `alias` names the task's table where a query joins others. An index whose condition is written otherwise is
 * not used.
 */
export const openTask = (alias?: string): string =>
  `${alias === undefined ? '' : `${alias}.`}state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})`;
