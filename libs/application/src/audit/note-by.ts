import type { EntityManager } from 'typeorm';
import { type AuditNote, AuditRepository } from '#persistence';
import type { CommandContext } from '../shared/command-context.js';

/** Records in the trail, in the transaction of the act itself, what an officer did and by which request. */
export async function noteBy(
  manager: EntityManager,
  { actor, requestId }: Pick<CommandContext, 'actor' | 'requestId'>,
  note: Omit<AuditNote, 'officerId' | 'requestId'>,
): Promise<void> {
  await new AuditRepository(manager).note({ ...note, officerId: actor.officerId, requestId });
}
