import { DomainError } from '#domain';
import type { AttemptRepository } from '#persistence';

const WINDOW_MINUTES = 15;

/** How many attempts a window holds, by what is counted. */
const MOST = { pair: 5, account: 20, address: 50 } as const;

/** Somebody who tries to get in. */
export interface Attempt {
  /** What they try: the account, or the code of an account. */
  readonly account: string;
  readonly address: string;
  /** Whether the account's own officer has been in from this address before. */
  readonly isKnownPlace: boolean;
}

/**
 * Counts an attempt before its password is looked at, so that many at once are not more than one after another. Each
 * place has few tries at one account. The account as a whole, and the place as a whole, have more, and those limits do not
 * hold up an officer at a place they have been in from: guessing from elsewhere locks nobody out of their own desk.
 * Throws ACCOUNT_LOCKED with the seconds to wait.
 */
export async function reserveAttempt(attempts: AttemptRepository, attempt: Attempt): Promise<void> {
  for (const [limit, key] of counted(attempt)) {
    const { count, seconds } = await attempts.reserve(key, WINDOW_MINUTES);
    if (count <= MOST[limit]) continue;
    throw new DomainError('ACCOUNT_LOCKED', 'too many attempts', { seconds, isFirst: count === MOST[limit] + 1 });
  }
}

/** What got in was no guess: it counts against nobody. */
export async function attemptSucceeded(attempts: AttemptRepository, attempt: Attempt): Promise<void> {
  for (const [limit, key] of counted(attempt)) await (limit === 'pair' ? attempts.forget(key) : attempts.release(key));
}

/**
 * Looks at what an officer who is signed in proves by, counting it first: codes are few and devices may be many. Throws ACCOUNT_LOCKED,
 * and what `look` throws, which stays counted.
 */
export async function countedProof<T>(
  attempts: AttemptRepository,
  { username, address }: { readonly username: string; readonly address: string },
  look: () => Promise<T>,
): Promise<T> {
  const attempt = { account: `code:${username}`, address, isKnownPlace: true };
  await reserveAttempt(attempts, attempt);
  const answer = await look();
  await attemptSucceeded(attempts, attempt);
  return answer;
}

function counted({ account, address, isKnownPlace }: Attempt): [keyof typeof MOST, string][] {
  const pair: [keyof typeof MOST, string] = ['pair', `pair:${account}@${address}`];
  if (isKnownPlace) return [pair];
  return [pair, ['account', `account:${account}`], ['address', `address:${address}`]];
}
