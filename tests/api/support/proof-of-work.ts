import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** The work that a browser does before it sends something without a session. */
export async function aProof(url: string): Promise<object> {
  const challenge = (await (await fetch(`${url}/api/v1/public/challenge`)).json()) as never;
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
}
