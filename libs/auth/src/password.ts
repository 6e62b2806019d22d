import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { DomainError } from '#domain';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing is slow on purpose and shares its threads with files and names of servers: it gets half of Node's four. */
const AT_ONCE = 2;
/** About three seconds' worth. Whoever comes later is refused at once, instead of holding up everybody's requests. */
const MOST_WAITING = 100;
const RETRY_SECONDS = 5;

const turn = pLimit(AT_ONCE);

/** Throws TOO_MANY_REQUESTS while too many wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turn.pendingCount >= MOST_WAITING) {
    throw new DomainError('TOO_MANY_REQUESTS', 'too many passwords wait to be checked', { seconds: RETRY_SECONDS });
  }
  return turn(work);
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** False for a wrong password and for a stored value that is no hash. */
export async function passwordMatches(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, password).catch(() => false));
}
