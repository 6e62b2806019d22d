import type { Challenge } from 'altcha-lib';
import { answer, api } from './client';
import type { PublicComplaint } from './schemas';

/**
 * Work that a program that sends thousands could not do for each. Undefined where the browser has no cryptography (an address
 * without HTTPS): then it goes without, under the stricter limit.
 */
export async function proofOfWork(): Promise<PublicComplaint['proof']> {
  if (!globalThis.isSecureContext) return undefined;
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ]);
  const challenge = (await answer(api.GET('/api/v1/public/challenge'))) as unknown as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution === null) return undefined;
  return { challenge, solution } as unknown as PublicComplaint['proof'];
}
