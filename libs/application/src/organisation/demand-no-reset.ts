import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { AccountResetRepository } from '#persistence';

/** A confirmed way back has a letter of its own, which who asked for it never gets. Throws RESET_BY_LETTER. */
export async function demandNoReset(manager: EntityManager, officerId: string): Promise<void> {
  if (!(await new AccountResetRepository(manager).isByLetter(officerId))) return;
  throw new DomainError('RESET_BY_LETTER', 'the code is in the letter of the reset');
}
