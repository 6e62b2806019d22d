import type { EntityManager } from 'typeorm';
import { activationHash, newActivationCode } from '#auth';
import { ActivationRepository } from '#persistence';

/** A code with which the officer sets the first password; one before it is useless then. Undefined when the account has a password or is closed. */
export async function issueActivation(
  manager: EntityManager,
  officerId: string,
  issuedBy: string,
): Promise<string | undefined> {
  const code = newActivationCode();
  const isIssued = await new ActivationRepository(manager).issue(officerId, activationHash(code), issuedBy);
  return isIssued ? code : undefined;
}
