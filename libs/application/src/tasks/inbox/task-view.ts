import {
  type Actor,
  type Calendars,
  type IsoDate,
  delegatedActors,
  servesAt,
  type TaskFacts,
  unlessYearUnknown,
  type WorkingCalendar,
} from '#domain';
import type { TaskContext, TaskRow } from '#persistence';
import { Task } from '../tasks.schemas.js';

const SHOWN = Object.keys(Task.shape) as (keyof Task)[];

/** A task as people see it: what the contract names and nothing else, with the working days left while its clock runs. */
export function viewTask(
  row: TaskRow | TaskContext,
  today: IsoDate,
  calendars: Calendars,
  onBehalfOf: string | null = null,
): Task {
  const isWaiting = row.closedAt === null && row.state !== 'suspended';
  const task: Task = {
    ...row,
    onBehalfOf: row.closedAt === null ? onBehalfOf : null,
    addedRoles: [...row.addedRoles],
    isForwarded: row.potentialOwners !== null,
    workingDaysLeft: isWaiting
      ? unlessYearUnknown(() => calendars.for(row.territoryCode).workingDaysLeft(today, row.dueOn))
      : null,
  };
  return Object.fromEntries(SHOWN.map((field) => [field, task[field]])) as Task;
}

/** For whom the reader would claim a task of a list, or holds it; null for their own, and for whoever stands in for nobody. */
export function standsInAt(actor: Actor, row: TaskRow): string | null {
  if (actor.standsFor === undefined) return null;
  const isMine = row.ownerId === null && servesAt(actor, row) !== undefined;
  const [delegatedActor] = isMine ? [] : delegatedActors(actor, { type: 'claim' }, rowFacts(row));
  return delegatedActor?.standIn.principal.fullName ?? null;
}

const rowFacts = (row: TaskRow): TaskFacts => ({
  kind: row.kind,
  state: row.state,
  territoryCode: row.territoryCode,
  artefactHash: row.artefactHash,
  signatures: [],
  owner: row.ownerId === null ? undefined : { officerId: row.ownerId, fullName: row.ownerName ?? '' },
  principal: row.delegatedBy === null ? undefined : { officerId: row.delegatedBy, fullName: row.delegatedByName ?? '' },
  delegationId: row.delegationId ?? undefined,
  potentialOwners: row.potentialOwners ?? undefined,
  addedRoles: row.addedRoles,
});

/** The calendar of one task that was read with its facts: no other question is asked. */
export const calendarOf = (task: TaskContext, national: WorkingCalendar): Calendars => {
  const calendar = national.plus(task.holidays);
  return { for: () => calendar };
};
