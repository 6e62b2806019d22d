import type { TaskState } from './task-state.js';

/** What a person is to a task (WS-HumanTask roles); an `observer` is named by an approval policy, `system` is the workflow or the calendar. */
export type TaskParty = 'potential_owner' | 'actual_owner' | 'supervisor' | 'observer' | 'system';

/** One way on: from these states, by these parties, to that state. `previous` is the state before a suspension. */
export interface TaskStep {
  readonly from: readonly TaskState[];
  readonly by: readonly TaskParty[];
  readonly to: TaskState | 'previous' | 'unchanged';
}

const FREE: readonly TaskState[] = ['created', 'ready'];
const HELD: readonly TaskState[] = ['reserved', 'in_progress'];
const ALIVE: readonly TaskState[] = [...FREE, ...HELD, 'suspended'];
const OWNER_OR_ABOVE: readonly TaskParty[] = ['actual_owner', 'supervisor'];

/**
 * The life of a task: every event, from where, by whom, to where. What is not in this table does not happen. A step
 * that leads to `unchanged` is a repeat or a note: the row stays as it is.
 */
export const TASK_LIFE = {
  claim: [
    { from: FREE, by: ['potential_owner'], to: 'reserved' },
    { from: HELD, by: ['actual_owner'], to: 'unchanged' },
  ],
  release: [{ from: HELD, by: OWNER_OR_ABOVE, to: 'ready' }],
  start: [
    { from: FREE, by: ['potential_owner'], to: 'in_progress' },
    { from: ['reserved'], by: ['actual_owner'], to: 'in_progress' },
    { from: ['in_progress'], by: ['actual_owner'], to: 'unchanged' },
  ],
  stop: [
    { from: ['in_progress'], by: OWNER_OR_ABOVE, to: 'reserved' },
    { from: ['reserved'], by: ['actual_owner'], to: 'unchanged' },
  ],
  suspend: [
    { from: FREE, by: ['supervisor'], to: 'suspended' },
    { from: HELD, by: OWNER_OR_ABOVE, to: 'suspended' },
  ],
  resume: [{ from: ['suspended'], by: ['actual_owner', 'supervisor', 'system'], to: 'previous' }],
  delegate: [{ from: HELD, by: ['actual_owner'], to: 'reserved' }],
  forward: [
    { from: FREE, by: ['supervisor'], to: 'ready' },
    { from: HELD, by: OWNER_OR_ABOVE, to: 'ready' },
  ],
  nominate: [{ from: FREE, by: ['supervisor'], to: 'reserved' }],
  extend: [{ from: [...FREE, ...HELD], by: ['supervisor'], to: 'unchanged' }],
  'set-reminder': [{ from: HELD, by: ['actual_owner'], to: 'unchanged' }],
  comment: [
    {
      from: [...FREE, ...HELD, 'suspended'],
      by: ['potential_owner', 'actual_owner', 'supervisor', 'observer'],
      to: 'unchanged',
    },
  ],
  skip: [
    { from: FREE, by: ['supervisor'], to: 'obsolete' },
    { from: HELD, by: OWNER_OR_ABOVE, to: 'obsolete' },
  ],
  fail: [{ from: HELD, by: ['actual_owner'], to: 'failed' }],
  decide: [
    { from: FREE, by: ['potential_owner'], to: 'completed' },
    { from: HELD, by: ['actual_owner'], to: 'completed' },
  ],
  /** One approval of several: the task is free again for the office's next officer. */
  vote: [
    { from: FREE, by: ['potential_owner'], to: 'ready' },
    { from: HELD, by: ['actual_owner'], to: 'ready' },
  ],
  /** Moves with the pack of everything an officer holds, when its receiver accepts; who owns it then, `handedOver` says. */
  'hand-over': [{ from: ALIVE, by: ['system'], to: 'unchanged' }],
  /** The delegation by which it was held is over: it is the absent officer's again. */
  'return-to-principal': [
    { from: HELD, by: ['system'], to: 'reserved' },
    { from: ['suspended'], by: ['system'], to: 'suspended' },
  ],
  /** The mandate under which it was worked on has ended: it lies with whoever gave the power. */
  'return-to-grantor': [{ from: ALIVE, by: ['system'], to: 'ready' }],
  /** The mandate was given anew and accepted: it lies with its own office again. */
  'restore-to-grantee': [{ from: ALIVE, by: ['system'], to: 'ready' }],
  /** Tells, and adds owners; it never takes the right to act from anybody. */
  escalate: [{ from: [...FREE, ...HELD], by: ['system'], to: 'unchanged' }],
  /** Closed undecided: the deadline of its case has come, or another office returned the paper. */
  exit: [{ from: ALIVE, by: ['system'], to: 'exited' }],
} as const satisfies Record<string, readonly TaskStep[]>;

export type TaskEvent = keyof typeof TASK_LIFE;
export const TASK_EVENTS = Object.keys(TASK_LIFE) as TaskEvent[];

/** What nobody asks for by name: the workflow, the calendar or the ledger of mandates does it, or a decision comes to it. */
export type ConsequentEvent =
  'vote' | 'hand-over' | 'return-to-principal' | 'return-to-grantor' | 'restore-to-grantee' | 'escalate' | 'exit';
/** What a person does to a task, beside deciding it. */
export type PersonalEvent = Exclude<TaskEvent, ConsequentEvent | 'decide'>;

/** Events that are told to somebody else: without a reason they would look like a whim. */
export const EVENTS_WITH_REASON: readonly TaskEvent[] = ['suspend', 'forward', 'skip', 'fail', 'extend'];

/** The step of an event in a state; undefined where it cannot happen. There is one at most. */
export const taskStep = (event: TaskEvent, state: TaskState): TaskStep | undefined =>
  (TASK_LIFE[event] as readonly TaskStep[]).find(({ from }) => from.includes(state));

/** Every way from one state to another: what a row may go through, for the database to hold it to. */
export const TASK_TRANSITIONS: readonly {
  readonly event: TaskEvent;
  readonly from: TaskState;
  readonly to: TaskState;
}[] = TASK_EVENTS.flatMap((event) =>
  (TASK_LIFE[event] as readonly TaskStep[]).flatMap(({ from, to }) =>
    from.flatMap((state) => endsOf(event, to, state).map((end) => ({ event, from: state, to: end }))),
  ),
).filter(({ from, to }) => from !== to);

/**
 * A release gives a delegated task back, reserved; a suspension ends where it began; whoever stands in takes what the
 * absent officer works on.
 */
function endsOf(event: TaskEvent, to: TaskStep['to'], from: TaskState): readonly TaskState[] {
  if (event === 'claim' && from === 'in_progress') return ['reserved'];
  if (to === 'unchanged') return [];
  if (to === 'previous') return [...FREE, ...HELD];
  return event === 'release' ? [to, 'reserved'] : [to];
}
