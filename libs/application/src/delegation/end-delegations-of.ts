import { DelegationRepository } from '#persistence';
import type { EntityManager } from 'typeorm';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { returnToPrincipals } from './return-to-principals.js';

/** Whose account is closed stands in for nobody, and nobody for them: what is held by it goes back at once. */
export async function endDelegationsOf(
  manager: EntityManager,
  context: Pick<CommandContext, 'actor' | 'requestId'>,
  officerId: string,
): Promise<void> {
  const delegations = new DelegationRepository(manager);
  await delegations.lockAll();
  const ended = await delegations.endAllOf(officerId, context.actor.officerId);
  for (const { id, toOfficerId, appointmentId, validFrom, validTo, territoryCode } of ended) {
    await noteBy(manager, context, {
      ...{ action: 'delegation.ended', subjectType: 'delegation', subjectId: id, territoryCode },
      details: { toOfficerId, appointmentId, validFrom, validTo },
    });
  }
  while ((await returnToPrincipals(manager)) > 0);
}
