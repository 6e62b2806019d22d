import { expect } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Person } from '../../support/factories/api-client.js';
import type { Scene } from './scene.js';

const PASSWORD = 'amanah-demo';
const STEP_MS = 30_000;

/** The code that the app shows, some steps from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP_MS });

interface WithAuthenticator {
  readonly person: Person;
  readonly secret: string;
  readonly uri: string;
  readonly codes: string[];
}

/** An officer with an authenticator, whose first code is that of the step before this one; once for each officer of a scene. */
export async function withAuthenticator(scene: Scene, username: string): Promise<WithAuthenticator> {
  const person = await scene.person(username);
  const begun = await person.post('/auth/second-factor', { password: PASSWORD });
  const { secret, uri } = begun.body as { secret: string; uri: string };
  const confirmed = await person.post('/auth/second-factor/confirm', { code: codeOf(secret, -1) });
  expect(confirmed.status).toBe(200);
  const { codes } = confirmed.body as { codes: string[] };
  return { person, secret, uri, codes };
}

/** Its proof was longer ago than it counts. */
export const letProofsAge = (scene: Scene): Promise<unknown> =>
  scene.sql(`update session set proved_at = proved_at - interval '6 minutes' where proved_at is not null returning 1`);
