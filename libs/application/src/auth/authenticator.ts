import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { readableCode } from '#auth';
import { RECOVERY_CODES } from '#domain';

const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** A phone's clock may be a step off. */
const STEPS_OFF = 1;
const RECOVERY_LENGTH = 10;

/** As authenticator apps know it everywhere: RFC 6238 with SHA-1, six digits, thirty seconds. */
const totp = (secret: Buffer, username: string): TOTP =>
  new TOTP({
    ...{ issuer: 'Amanah', label: username, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS },
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** What an app scans, and what is typed into it where nothing can be scanned (base32). */
export function provisioning(secret: Buffer, username: string): { uri: string; secret: string } {
  const made = totp(secret, username);
  return { uri: made.toString(), secret: made.secret.base32 };
}

/** The time step that a code belongs to; undefined for a wrong one. `nowMs` is real time: a phone knows no sandbox. */
export function stepOf(secret: Buffer, code: string, nowMs = Date.now()): number | undefined {
  const delta = totp(secret, '').validate({ token: code, window: STEPS_OFF, timestamp: nowMs });
  return delta === null ? undefined : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}

/** Codes for a lost phone, to be shown once, such as `k7mxq-2fdpa`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => readableCode(RECOVERY_LENGTH, 5).toLowerCase());
