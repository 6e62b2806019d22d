import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.js';

const MAY_COME_FROM_FILE = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'AMANAH_DATA_KEY',
  'AMANAH_INDEX_KEY',
  'AMANAH_AUDIT_KEY',
  'AMANAH_METRICS_TOKEN',
  'AMANAH_SMTP_URL',
  'AMANAH_OIDC_CLIENT_SECRET',
  'BANK_SFTP_PASSWORD',
  'BANK_MAILBOXES',
] as const;

/**
 * Reads `NAME_FILE` into `NAME` for secrets, as container platforms mount them; a value given directly wins.
 * Empty variables count as absent, because compose files pass unset ones as empty strings.
 */
export function withSecretFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const name of MAY_COME_FROM_FILE) {
    const path = given[`${name}_FILE`];
    if (given[name] === undefined && path !== undefined) given[name] = read(`${name}_FILE`, path);
  }
  return given;
}

function read(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError([variable], [`${variable}: ${path} cannot be read.`]);
  }
}
