import type { Actor } from '../organisation/actor.js';
import { ownerRoles } from '../tasks/decision/responsible-role.js';
import type { TaskAction } from '../tasks/decision/answer.js';
import type { TaskFacts } from '../tasks/decision/task-facts.js';
import { requiresFourEyes } from '../tasks/life/task-life-rules.js';
import type { TaskState } from '../tasks/life/task-state.js';
import { covers } from '../territories/territory.js';
import type { StandIn } from './stand-in.js';

/** Somebody in the office of an absent officer: the person and the task as they stand when it is judged for both. */
export interface DelegatedActor {
  readonly actor: Actor;
  readonly task: TaskFacts;
  readonly standIn: StandIn;
}

const TAKEABLE: readonly TaskState[] = ['created', 'ready', 'reserved', 'in_progress'];

/** Whether somebody holds the task on behalf of an absent officer, by a dated delegation. */
export const holdsForAnother = ({ officerId }: Actor, { owner, delegationId }: TaskFacts): boolean =>
  delegationId !== undefined && owner?.officerId === officerId;

/**
 * Every office of somebody absent in which this person could do this: what they hold for one already, and what is free
 * for that office or held by the absent officer. The life of the task is left to `why`.
 */
export function delegatedActors(actor: Actor, action: TaskAction, task: TaskFacts): readonly DelegatedActor[] {
  const standsFor = (actor.standsFor ?? []).filter((one) => isOffice(one, task));
  if (holdsForAnother(actor, task)) {
    return standsFor.filter((one) => isHeldFor(one, task)).map((standIn) => delegatedActor(actor, task, standIn));
  }
  if (!requiresFourEyes(action) || !TAKEABLE.includes(task.state)) return [];
  return standsFor
    .filter((one) => comesTo(one, task))
    .map((standIn) =>
      delegatedActor(actor, { ...task, ...FREED, state: task.state === 'created' ? 'created' : 'ready' }, standIn),
    );
}

const FREED = { owner: undefined, potentialOwners: undefined } as const;

const isOffice = ({ appointment }: StandIn, task: TaskFacts): boolean =>
  ownerRoles(task).includes(appointment.role) && covers(appointment.territoryCode, task.territoryCode);

const isHeldFor = ({ delegationId, principal }: StandIn, task: TaskFacts): boolean =>
  delegationId === task.delegationId && principal.officerId === task.principal?.officerId;

/** Free for the absent officer, held by them, or held for them by somebody who passed it on. */
function comesTo({ principal, between }: StandIn, task: TaskFacts): boolean {
  const { owner, potentialOwners, delegationId } = task;
  if (owner === undefined) return potentialOwners?.includes(principal.officerId) ?? true;
  if (task.principal === undefined) return owner.officerId === principal.officerId;
  const isForThem = delegationId !== undefined && task.principal.officerId === principal.officerId;
  return isForThem && between.some(({ officerId }) => officerId === owner.officerId);
}

const delegatedActor = (actor: Actor, task: TaskFacts, standIn: StandIn): DelegatedActor => ({
  actor: { ...actor, appointments: [...actor.appointments, standIn.appointment] },
  task: { ...task, principal: standIn.principal, between: standIn.between },
  standIn,
});
