import type { EntityManager } from 'typeorm';
import { passwordMatches } from '#auth';
import { DomainError } from '#domain';
import { AttemptRepository, OfficerRepository, type OfficerRow } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { attemptSucceeded, reserveAttempt } from './sign-in-limits.js';

/**
 * The officer whose password this is, who is signed in and says so once more. Guesses are counted before they are looked at.
 * Throws PASSWORD_WRONG about `field`, PASSWORD_NONE for who signs in with the identity provider alone, ACCOUNT_LOCKED.
 */
export async function demandPassword(
  manager: EntityManager,
  { officerId, username }: SignedIn,
  given: { readonly password: string; readonly field: string; readonly address: string },
): Promise<OfficerRow> {
  const attempts = new AttemptRepository(manager);
  const attempt = { account: `password:${username}`, address: given.address, isKnownPlace: true };
  await reserveAttempt(attempts, attempt);
  const officer = await new OfficerRepository(manager).byId(officerId);
  if (officer?.passwordHash === '') throw new DomainError('PASSWORD_NONE', 'the account has no password yet');
  if (officer === undefined || !(await passwordMatches(officer.passwordHash, given.password))) {
    const refusals = [{ code: 'PASSWORD_WRONG', field: given.field, details: {} }];
    throw new DomainError('PASSWORD_WRONG', 'the password is another', { refusals });
  }
  await attemptSucceeded(attempts, attempt);
  return officer;
}
