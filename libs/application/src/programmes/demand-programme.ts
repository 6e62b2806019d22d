import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { PolicyRepository } from '#persistence';

/** Throws PROGRAMME_UNKNOWN for one that has no rules. */
export async function demandProgramme(manager: EntityManager, programme: string): Promise<void> {
  if ((await new PolicyRepository(manager).programmes()).includes(programme)) return;
  throw new DomainError('PROGRAMME_UNKNOWN', 'no such programme', { value: programme, field: 'programme' });
}
