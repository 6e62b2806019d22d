import { type TaskEvent, TASK_LIFE, type TaskStep } from '#domain';

/** How some tasks move; every value is SQL, in which `t` is the task. */
export interface Moving {
  /** The event's name, or the column that holds it. */
  readonly event: TaskEvent | { readonly column: string };
  /** The state it leads to, where TASK_LIFE leaves a choice. */
  readonly state?: string;
  /** Further columns, beside `state` and `last_event`. */
  readonly set: string;
  readonly from?: string;
  readonly where: string;
  /** What the history says beside the event: who did it, why, and more. */
  readonly officerId?: string;
  readonly reason?: string;
  readonly details?: string;
  /** Where those are read from, beside the moved task `t`. */
  readonly noting?: string;
}

/**
 * The CTEs `moved` (the rows as they are now) and `noted` (the events in their history): the only text that writes
 * `task.state`. A task goes only where TASK_LIFE leads; a trigger refuses any other way.
 */
export function moving(move: Moving): string {
  const {
    event,
    set,
    from,
    where,
    officerId = 'null::uuid',
    reason = 'null',
    details = `'{}'::jsonb`,
    noting = '',
  } = move;
  const name = typeof event === 'string' ? `'${event}'` : event.column;
  const states = typeof event === 'string' ? ` and t.state in (${statesBefore(event)})` : '';
  return `moved as (
    update task t set state = ${move.state ?? `'${stateAfter(event)}'`}, last_event = ${name}, ${set}
      ${from === undefined ? '' : `from ${from}`}
     where ${where}${states}
    returning t.*
  ), noted as (
    insert into task_event (task_id, event, officer_id, reason, details, occurred_at)
    select t.id, ${name}, ${officerId}, ${reason}, ${details}, programme_now() from moved t ${noting}
    returning id, task_id
  )`;
}

/** Nobody holds it, waits for it or sleeps on it. */
export const FREED = `owner_id = null, claimed_at = null, delegated_by = null, delegation_id = null, potential_owners = null,
  resume_state = null, suspended_on = null, suspended_until = null, suspended_reason = null, waiting_for = null`;

/** Closed now, for this reason. */
export const closedFor = (reason: string): string => `closed_at = programme_now(), closed_reason = ${reason}`;

const stepsOf = (event: TaskEvent): readonly TaskStep[] => TASK_LIFE[event];

const statesBefore = (event: TaskEvent): string =>
  stepsOf(event)
    .flatMap(({ from }) => from.map((state) => `'${state}'`))
    .join(', ');

function stateAfter(event: Moving['event']): string {
  const ends = new Set(typeof event === 'string' ? stepsOf(event).map(({ to }) => to) : []);
  const [only] = ends;
  if (ends.size !== 1 || only === undefined || only === 'previous' || only === 'unchanged') {
    throw new Error('this event leaves a choice of states: name one');
  }
  return only;
}
