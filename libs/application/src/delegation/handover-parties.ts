import type { EntityManager } from 'typeorm';
import { type Actor, appointmentFor, DomainError, ROLE_NAMES, supervisorOf } from '#domain';
import { type Below, CandidateRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';

/** The roles below the reader, and where: whose packs they see and may offer. */
export const below = ({ appointments }: Actor): Below[] =>
  appointments.flatMap(({ role: own, territoryCode }) =>
    ROLE_NAMES.filter((role) => supervisorOf(role) === own).map((role) => ({ role, territoryCode })),
  );

/** Whether the reader stands above an office that this officer holds today. */
export async function isAbove(manager: EntityManager, actor: Actor, officerId: string): Promise<boolean> {
  const [giver] = await new CandidateRepository(manager).byId([officerId]);
  return (giver?.appointments ?? []).some(({ role, territoryCode }) => {
    const above = supervisorOf(role);
    return above !== undefined && appointmentFor(actor, above, territoryCode) !== undefined;
  });
}

/** The officer whose pack it is: the reader, or one below them. Throws HANDOVER_NOT_ABOVE. */
export async function demandGiver(manager: EntityManager, actor: SignedIn, officerId: string): Promise<Actor> {
  if (officerId === actor.officerId) return actor;
  const [giver] = await new CandidateRepository(manager).byId([officerId]);
  if (giver === undefined || !(await isAbove(manager, actor, officerId))) {
    throw refused('HANDOVER_NOT_ABOVE', 'fromOfficerId');
  }
  return giver;
}

export function refused(code: string, field?: string): DomainError {
  const refusals = [{ code, details: {}, ...(field === undefined ? {} : { field }) }];
  return new DomainError(code, 'the hand-over is refused', { refusals });
}
