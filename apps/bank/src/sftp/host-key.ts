import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ssh2 from 'ssh2';

export interface HostKey {
  readonly privateKey: string;
  /** As `ssh-keygen -lf` prints it, `SHA256:…`: what the payer pins. */
  readonly fingerprint: string;
}

function fingerprintOf(privateKey: string): string {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  return `SHA256:${createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '')}`;
}

/**
 * The key the server identifies itself with; made once when the file is missing, since a new one at every start
 * would look like another bank. The fingerprint is kept beside it in `<file>.fingerprint`.
 */
export function loadHostKey(file: string): HostKey {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    // Not ed25519: one in 250 that ssh2 makes is unreadable (mscdex/ssh2#1390).
    writeFileSync(file, ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 }).private, { mode: 0o600 });
  }
  const privateKey = readFileSync(file, 'utf8');
  const fingerprint = fingerprintOf(privateKey);
  writeFileSync(`${file}.fingerprint`, `${fingerprint}\n`);
  return { privateKey, fingerprint };
}
