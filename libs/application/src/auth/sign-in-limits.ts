import { DomainError } from '#domain';
import type { SessionRepository } from '#persistence';

const WINDOW_MINUTES = 15;
const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_ADDRESS = 50;

/** What is counted: the account that somebody tries, and the address they try from. */
export type AttemptKeys = readonly [account: string, address: string];

/** Throws ACCOUNT_LOCKED after too many failures, with the seconds to wait. */
export async function refuseTooMany(sessions: SessionRepository, keys: AttemptKeys): Promise<void> {
  const waits = await Promise.all([
    sessions.retryAfterSeconds(keys[0], FAILURES_PER_ACCOUNT, WINDOW_MINUTES),
    sessions.retryAfterSeconds(keys[1], FAILURES_PER_ADDRESS, WINDOW_MINUTES),
  ]);
  const seconds = Math.max(...waits);
  if (seconds > 0) throw new DomainError('ACCOUNT_LOCKED', 'too many failed attempts', { seconds });
}

export async function countFailures(sessions: SessionRepository, keys: AttemptKeys): Promise<void> {
  for (const key of keys) await sessions.countFailure(key, WINDOW_MINUTES);
}
