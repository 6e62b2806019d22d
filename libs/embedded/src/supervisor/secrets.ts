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
  /** Of the post office; made up where an earlier start had none. */
  postPassword: z.string().default(() => randomBytes(18).toString('base64url')),
  postHost: z.object({ key: z.string(), fingerprint: z.string() }).default(newHost),
});

export type Secrets = z.infer<typeof Secrets>;

/** Made on the first start and kept: what the data key encrypted can be read by nothing else. */
export function secretsIn(places: Places): Secrets {
  const kept = readJson(places.secrets());
  const secrets = kept === undefined ? newSecrets() : Secrets.parse(kept);
  // Whole again where an earlier version left a secret out.
  if (JSON.stringify(kept) !== JSON.stringify(secrets)) writeJson(places.secrets(), secrets);
  keepHostKey(places.hostKey(), secrets.bankHostKey);
  keepHostKey(places.postHostKey(), secrets.postHost.key);
  return secrets;
}

function keepHostKey(path: string, key: string): void {
  writeFileSync(path, key, { mode: 0o600 });
  chmodSync(path, 0o600);
}

export function newSecrets(): Secrets {
  const host = newHost();
  return {
    postgresPassword: randomBytes(18).toString('base64url'),
    applicationPassword: randomBytes(18).toString('base64url'),
    dataKey: randomBytes(32).toString('base64'),
    indexKey: randomBytes(32).toString('base64'),
    auditKey: randomBytes(32).toString('base64'),
    bankPassword: randomBytes(18).toString('base64url'),
    bankHostKey: host.key,
    bankHostFingerprint: host.fingerprint,
    postPassword: randomBytes(18).toString('base64url'),
    postHost: newHost(),
  };
}

/** The identity of an SFTP server. Not ed25519: one in 250 that ssh2 makes is unreadable (mscdex/ssh2#1390). */
function newHost(): { key: string; fingerprint: string } {
  const pair = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  return { key: pair.private, fingerprint: fingerprint(pair.public) };
}

/** As `ssh-keygen -lf` prints it, so that an officer can compare it by eye. */
function fingerprint(publicKey: string): string {
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
