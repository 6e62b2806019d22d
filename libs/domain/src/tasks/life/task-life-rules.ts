import { type Actor, appointmentFor } from '../../organisation/actor.js';
import { responsibleRoleOf, servesAt } from '../decision/responsible-role.js';
import { supervisorOf } from '../../organisation/supervisor.js';
import { refuse, type Refusal, type Rule, type TaskAction } from '../decision/answer.js';
import type { TaskFacts } from '../decision/task-facts.js';
import type { NamedOfficer } from '../../delegation/stand-in.js';
import { taskRule } from '../../stages/stage-catalogue.js';
import { EVENTS_WITH_REASON, type TaskEvent, type TaskParty, taskStep } from './task-life.js';
import { isOpen } from './task-state.js';

/** The rules of `why` that come from the life of a task: what can happen now, and to whom it is left. */

/** Working on the artefact is open to whoever could decide it. */
const eventOf = ({ type }: TaskAction): TaskEvent => (type === 'prepare' ? 'decide' : type);

const partiesFor = (action: TaskAction, task: TaskFacts): readonly TaskParty[] =>
  taskStep(eventOf(action), task.state)?.by ?? [];

/** What a person is to a task: its owner, one of those who may become it, the office above, an observer, or none of these. */
export function partiesOf(actor: Actor, task: TaskFacts): TaskParty[] {
  const role = responsibleRoleOf(task);
  const above = supervisorOf(role);
  const isInPool = task.potentialOwners?.includes(actor.officerId) ?? true;
  const isAdded = (task.addedRoles ?? []).some(
    (added) => appointmentFor(actor, added, task.territoryCode) !== undefined,
  );
  const parties: TaskParty[] = [];
  if (task.owner?.officerId === actor.officerId) parties.push('actual_owner');
  const isOfTheDesk = isInPool && appointmentFor(actor, role, task.territoryCode) !== undefined;
  if (isOfTheDesk || isAdded) parties.push('potential_owner');
  if (above !== undefined && appointmentFor(actor, above, task.territoryCode) !== undefined) parties.push('supervisor');
  const isObserver = task.observers?.some(
    (watching) => appointmentFor(actor, watching, task.territoryCode) !== undefined,
  );
  if (isObserver === true) parties.push('observer');
  return parties;
}

/** As what the person acts; undefined when the step is not theirs. */
export function actsAs(actor: Actor, action: TaskAction, task: TaskFacts): TaskParty | undefined {
  const parties = partiesOf(actor, task);
  return partiesFor(action, task).find((party) => parties.includes(party));
}

/** Whether the office that decides the task is asked for: not where the office above acts, or nobody else may. */
export function asksForAnOffice(actor: Actor, action: TaskAction, task: TaskFacts): boolean {
  const by = partiesFor(action, task);
  const isForAbove = by.length > 0 && by.every((party) => party === 'supervisor' || party === 'system');
  const as = actsAs(actor, action, task);
  return !isForAbove && as !== 'supervisor' && as !== 'observer';
}

/** Whether somebody who signed the chain before may not do it: taking, working and deciding, but not giving back. */
export const requiresFourEyes = ({ type }: TaskAction): boolean =>
  type === 'claim' || type === 'start' || type === 'prepare' || type === 'decide';

export const isPossibleNow: Rule = (_actor, action, task) => {
  if (!isOpen(task.state)) return refuse('TASK_CLOSED', { state: task.state });
  if (taskStep(eventOf(action), task.state) !== undefined) return undefined;
  if (task.state === 'suspended') return refuse('TASK_SUSPENDED', { until: task.suspendedUntil ?? '' });
  const needsAHolder = task.owner === undefined && taskStep(eventOf(action), 'reserved') !== undefined;
  return needsAHolder ? refuse('TASK_NOT_HELD') : refuse('TASK_STATE', { state: task.state });
};

export const isTheParty: Rule = (actor, action, task) => {
  if (actsAs(actor, action, task) !== undefined) return undefined;
  const by = partiesFor(action, task);
  const isForOthers = task.owner !== undefined && task.owner.officerId !== actor.officerId;
  if (isForOthers && (by.length === 0 || by.includes('actual_owner'))) {
    return refuse('TASK_HELD', { holder: task.owner.fullName });
  }
  if (by.includes('actual_owner')) return refuse('TASK_NOT_HELD');
  if (by.includes('supervisor'))
    return refuse('SUPERVISOR_ONLY', { role: supervisorOf(responsibleRoleOf(task)) ?? '' });
  const isForwarded = by.includes('potential_owner') && task.potentialOwners?.includes(actor.officerId) === false;
  return isForwarded ? refuse('TASK_FORWARDED') : undefined;
};

export const isSkippable: Rule = (_actor, action, task) =>
  action.type === 'skip' && !taskRule(task.kind).skippable ? refuse('SKIP_NOT_ALLOWED') : undefined;

/** In whose place somebody acts: the accountable officer first, then those who passed the office on. */
export const accountableOfficers = ({ principal, between = [] }: TaskFacts): readonly NamedOfficer[] =>
  principal === undefined ? between : [principal, ...between];

/** Four-eyes on who stays accountable: a delegate does not sign what anybody behind them could not. */
export const principalHasNotSignedOtherwise: Rule = (_actor, action, task) => {
  if (!requiresFourEyes(action)) return undefined;
  const { capacity } = taskRule(task.kind);
  for (const { officerId, fullName } of accountableOfficers(task)) {
    const earlier = task.signatures.find((signed) => signed.officerId === officerId && signed.capacity !== capacity);
    if (earlier !== undefined) return refuse('FOUR_EYES_PRINCIPAL', { name: fullName, capacity: earlier.capacity });
  }
  return undefined;
};

export const saysWhy: Rule = (_actor, action) =>
  action.type !== 'decide' && EVENTS_WITH_REASON.includes(eventOf(action)) && (action.reason ?? '').trim() === ''
    ? refuse('REASON_REQUIRED')
    : undefined;

/**
 * Why an officer may not be given a task by delegation, forwarding or nomination: they hold no such office there,
 * it is about their household, they have approved it already, or signed the chain in another capacity. Undefined when they may. `whoever` carries the appointments live today.
 */
export function whyNotOwner(whoever: Actor, task: TaskFacts): Refusal | undefined {
  const { capacity } = taskRule(task.kind);
  const role = responsibleRoleOf(task);
  const name = whoever.fullName;
  if (servesAt(whoever, task) === undefined) return refuse('TARGET_ROLE', { name, role });
  if (task.excludedOwners?.includes(whoever.officerId) === true) return refuse('TARGET_HOUSEHOLD', { name });
  if (task.approvedBy?.includes(whoever.officerId) === true) return refuse('TARGET_APPROVED', { name });
  const signed = task.signatures.find((one) => one.officerId === whoever.officerId && one.capacity !== capacity);
  return signed === undefined ? undefined : refuse('TARGET_FOUR_EYES', { name, capacity: signed.capacity });
}
