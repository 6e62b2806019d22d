import ssh2 from 'ssh2';
import { z } from 'zod';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { readJson, writeJson } from '../system/json-file.js';
import type { Places } from './places.js';

const Secrets = z.object({
  postgresPassword: z.string(),
  /** Of the role the application signs in as; made up where an earlier start had none. */
  applicationPassword: z.string().default(() => randomBytes(18).toString('base64url')),
  dataKey: z.string(),
  /** Seals the audit trail; made up where an earlier start had none. */
  auditKey: z.string().default(() => randomBytes(32).toString('base64')),
  indexKey: z.string(),
  bankPassword: z.string(),
  bankHostKey: z.string(),
  bankHostFingerprint: z.string(),
});

export type Secrets = z.infer<typeof Secrets>;

/** Made on the first start and kept: what the data key encrypted can be read by nothing else. */
export function secretsIn(places: Places): Secrets {
  const kept = readJson(places.secrets());
  const secrets = kept === undefined ? newSecrets() : Secrets.parse(kept);
  // Whole again where an earlier version left a secret out.
  if (JSON.stringify(kept) !== JSON.stringify(secrets)) writeJson(places.secrets(), secrets);
  writeFileSync(places.hostKey(), secrets.bankHostKey, { mode: 0o600 });
  chmodSync(places.hostKey(), 0o600);
  return secrets;
}

export function newSecrets(): Secrets {
  // Not ed25519: one in 250 that ssh2 makes is unreadable (mscdex/ssh2#1390).
  const host = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  return {
    postgresPassword: randomBytes(18).toString('base64url'),
    applicationPassword: randomBytes(18).toString('base64url'),
    dataKey: randomBytes(32).toString('base64'),
    indexKey: randomBytes(32).toString('base64'),
    auditKey: randomBytes(32).toString('base64'),
    bankPassword: randomBytes(18).toString('base64url'),
    bankHostKey: host.private,
    bankHostFingerprint: fingerprint(host.public),
  };
}

/** As `ssh-keygen -lf` prints it, so that an officer can compare it by eye. */
function fingerprint(publicKey: string): string {
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
