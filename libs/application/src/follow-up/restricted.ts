import type { EntityManager } from 'typeorm';
import { type Actor, appointmentFor, type Role } from '#domain';
import { CaseRepository, type CaseRow, type TaskContext } from '#persistence';

/** Stands where a finding stands that the reader does not decide on. */
export const RESTRICTED = 'restricted';

/** Whether somebody holds the office there, or stands in for who does. */
function holds(actor: Actor, role: Role, territoryCode: string): boolean {
  const others = (actor.standsFor ?? []).map(({ appointment }) => appointment);
  return (
    appointmentFor({ ...actor, appointments: [...actor.appointments, ...others] }, role, territoryCode) !== undefined
  );
}

/** Whether somebody reads what was found: everybody who sees the case, and of a restricted finding only the office that decides. */
export const readsFinding = (actor: Actor, { kelurahanCode, decides, restricted }: CaseRow): boolean =>
  !restricted || (decides !== null && holds(actor, decides, kelurahanCode));

/** A case as the reader may see it. */
export function shownCase(actor: Actor, row: CaseRow) {
  const { periodId: _period, foundAt: _moment, decides: _office, ...shown } = row;
  return readsFinding(actor, row) ? shown : { ...shown, finding: RESTRICTED, findingNote: null };
}

/** The same of a task: whether its reader reads what its case's visits found, and the papers beside them. */
export async function readsCaseOf(manager: EntityManager, actor: Actor, task: TaskContext): Promise<boolean> {
  if (task.subjectType !== 'case') return true;
  const deciders = await new CaseRepository(manager).decidersOfRestricted(task.subjectId);
  return deciders.every((role) => holds(actor, role, task.territoryCode));
}

/** Details of a decision without what its reader does not read: a note about pressure on a family is not for its neighbours. */
export function withoutFinding(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (details['finding'] === undefined) return { ...details };
  const { note: _note, ...shown } = details;
  return { ...shown, finding: RESTRICTED };
}
