import type { IsoDate } from '../../calendar/working-days.js';
import { type TaskEvent, taskStep } from './task-life.js';
import { isOpen, type TaskState } from './task-state.js';

/** The part of a task's row that its life cycle moves. */
export interface TaskLife {
  readonly state: TaskState;
  readonly ownerId: string | null;
  /** Who delegated the task and stays accountable; null when nobody did. */
  readonly delegatedBy: string | null;
  /** The dated delegation by which the owner holds it for who stays accountable; null for any other task. */
  readonly delegationId: string | null;
  /** The officers it was forwarded to; null means everybody who holds the office. */
  readonly potentialOwners: readonly string[] | null;
  readonly resumeState: TaskState | null;
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
}

export interface TaskChange {
  readonly event: TaskEvent;
  /** Who does it; null for the system. */
  readonly actorId: string | null;
  /** Whom it goes to: one officer for delegate and nominate, one or more for forward. */
  readonly targetIds?: readonly string[] | undefined;
  readonly today?: IsoDate | undefined;
  readonly until?: IsoDate | undefined;
  /** Whom the actor stands in for when they take it. */
  readonly onBehalf?: { readonly principalId: string; readonly delegationId: string } | undefined;
}

const AWAKE = { resumeState: null, suspendedOn: null, suspendedUntil: null } as const;
const FREED = { ownerId: null, delegatedBy: null, delegationId: null } as const;

/**
 * The row after an event that the table of steps allows. A delegated task that is released goes back to who delegated
 * it, reserved. Throws when the table has no such step: whoever calls has asked `why` before.
 */
export function nextLife(before: TaskLife, change: TaskChange): TaskLife {
  const life = change.onBehalf === undefined || before.ownerId === change.actorId ? before : takenFrom(before);
  const step = taskStep(change.event, life.state);
  if (step === undefined) throw new Error(`${change.event} does not happen to a task that is ${life.state}`);
  if (step.to === 'unchanged') return life;
  const state = step.to === 'previous' ? (life.resumeState ?? 'ready') : step.to;
  return { ...life, state, ...ownership(life, change), ...pause(life, change, state) };
}

/** What an absent officer holds is free for who stands in for them. */
const takenFrom = (life: TaskLife): TaskLife => ({
  ...life,
  ...FREED,
  state: life.state === 'created' ? 'created' : 'ready',
});

const behalf = ({ onBehalf }: TaskChange): Partial<TaskLife> =>
  onBehalf === undefined ? {} : { delegatedBy: onBehalf.principalId, delegationId: onBehalf.delegationId };

function ownership(life: TaskLife, change: TaskChange): Partial<TaskLife> {
  const { event, actorId, targetIds = [] } = change;
  const [target = null] = targetIds;
  switch (event) {
    case 'claim':
    case 'start':
    case 'decide':
      return { ownerId: actorId, ...behalf(change) };
    case 'return-to-principal':
      return { ...FREED, ownerId: life.delegatedBy ?? life.ownerId };
    case 'vote':
      return FREED;
    case 'return-to-grantor':
    case 'restore-to-grantee':
      return { ...FREED, potentialOwners: null };
    case 'release':
      return life.delegatedBy === null ? FREED : { ...FREED, state: 'reserved', ownerId: life.delegatedBy };
    case 'delegate':
      return { ownerId: target, delegatedBy: life.ownerId, delegationId: null };
    case 'forward':
      return { ...FREED, potentialOwners: targetIds };
    case 'nominate':
      return { ownerId: target };
    case 'stop':
    case 'suspend':
    case 'resume':
    case 'extend':
    case 'set-reminder':
    case 'comment':
    case 'skip':
    case 'fail':
    case 'escalate':
    case 'exit':
    case 'hand-over':
      return {};
  }
}

function pause(life: TaskLife, { event, today, until }: TaskChange, state: TaskState): Partial<TaskLife> {
  if (event === 'suspend') {
    return { resumeState: life.state, suspendedOn: today ?? null, suspendedUntil: until ?? null };
  }
  const isAwake = event === 'resume' || event === 'return-to-grantor' || event === 'restore-to-grantee';
  return isAwake || !isOpen(state) ? AWAKE : {};
}
