import type { TaskLife } from '../tasks/life/next-life.js';
import type { TaskEvent } from '../tasks/life/task-life.js';

export interface TaskMove {
  readonly event: TaskEvent;
  readonly from: TaskLife;
  readonly to: TaskLife;
  /** Who did it; null for the system. */
  readonly officerId: string | null;
}

/**
 * Who is told that a task is theirs now: whom it was delegated, nominated or forwarded to, and who gets back what they
 * had delegated. Nobody is told of what they did themselves.
 */
export function officersToNotify({ event, from, to, officerId }: TaskMove): readonly string[] {
  const owner = to.ownerId === null || to.ownerId === from.ownerId ? [] : [to.ownerId];
  const pool = event === 'forward' ? (to.potentialOwners ?? []) : [];
  return [...new Set([...owner, ...pool])].filter((id) => id !== officerId);
}
