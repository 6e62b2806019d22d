import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';
import { loadBankConfig, loadConfig, loadOwnerConfig } from './load-config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'postgresql://amanah:secret@127.0.0.1:5432/amanah',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  AMANAH_DATA_KEY: key,
  AMANAH_INDEX_KEY: key,
  AMANAH_EXCHANGE_DIR: '/var/lib/amanah/exchange',
  BANK_SFTP_USER: 'amanah',
  BANK_SFTP_PASSWORD: 'secret',
  BANK_HOST_FINGERPRINT: `SHA256:${Buffer.alloc(32, 1).toString('base64').replace('=', '')}`,
};

const refusal = (env: NodeJS.ProcessEnv): ConfigError => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('expected a ConfigError');
};

describe('where passkeys belong', () => {
  const at = (env: NodeJS.ProcessEnv) => loadConfig({ ...complete, ...env }).passkeys;

  it('is the name that people open, and its origin', () => {
    const url = 'https://amanah.example.go.id/kota/';
    expect(at({ AMANAH_PUBLIC_URL: url })).toEqual({
      ...{ rpId: 'amanah.example.go.id', origin: 'https://amanah.example.go.id' },
    });
  });

  it('is nowhere without a name, but for a sandbox on its own machine', () => {
    expect(at({})).toBeUndefined();
    expect(at({ AMANAH_PUBLIC_URL: 'https://10.1.2.3' })).toBeUndefined();
    const sandbox = { AMANAH_SANDBOX: '1', AMANAH_PORT: '4123' };
    expect(at({ ...sandbox, AMANAH_PUBLIC_URL: 'http://127.0.0.1:4123' })).toEqual({
      ...{ rpId: 'localhost', origin: 'http://localhost:4123' },
    });
  });
});

describe('configuration', () => {
  it('fills in what is usual', () => {
    const config = loadConfig(complete);
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, workerPort: 3001, sandbox: false, logLevel: 'info' });
    expect(config.temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'default', uiUrl: undefined });
    expect(config.dataKey).toHaveLength(32);
  });

  it('names every missing variable at once', () => {
    const rest = { ...complete, DATABASE_URL: undefined, AMANAH_DATA_KEY: undefined };
    expect(refusal(rest).variables.toSorted()).toEqual(['AMANAH_DATA_KEY', 'DATABASE_URL']);
    expect(refusal(rest).message).toContain('DATABASE_URL is not set.');
  });

  it('never repeats a wrong secret', () => {
    const message = refusal({ ...complete, AMANAH_DATA_KEY: 'dG9vIHNob3J0' }).message;
    expect(message).toMatch(/^AMANAH_DATA_KEY: must be 32 bytes/);
    expect(message).not.toContain('dG9vIHNob3J0');
  });

  it('refuses a port that cannot be one and an address of another database', () => {
    const error = refusal({ ...complete, AMANAH_PORT: '70000', DATABASE_URL: 'mysql://localhost/amanah' });
    expect(error.variables.toSorted()).toEqual(['AMANAH_PORT', 'DATABASE_URL']);
  });

  it('reads secrets from files, and says which file it cannot read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'amanah-config-')), 'data-key');
    writeFileSync(file, `${key}\n`);
    const fromFile = { ...complete, AMANAH_DATA_KEY: '', AMANAH_DATA_KEY_FILE: file };
    expect(loadConfig(fromFile).dataKey).toEqual(Buffer.alloc(32, 7));
    expect(refusal({ ...fromFile, AMANAH_DATA_KEY_FILE: '/nowhere' }).message).toContain('/nowhere');
  });

  it('takes the fingerprint as ssh-keygen prints it or as hexadecimal', () => {
    const hex = '01'.repeat(32);
    expect(loadConfig(complete).mailboxes.bank.hostFingerprint).toBe(hex);
    expect(loadConfig({ ...complete, BANK_HOST_FINGERPRINT: hex }).mailboxes.bank.hostFingerprint).toBe(hex);
  });

  it('knows further banks by name, and refuses half of one', () => {
    const bri = { host: 'sftp.bri.example', port: 22, user: 'a', password: 'b', hostFingerprint: 'a'.repeat(64) };
    const given = (mailboxes: unknown) => ({ ...complete, BANK_MAILBOXES: JSON.stringify(mailboxes) });
    expect(Object.keys(loadConfig(given({ bri })).mailboxes).toSorted()).toEqual(['bank', 'bri']);
    for (const wrong of [
      { bank: bri },
      { 'B R I': bri },
      { bri: { ...bri, hostFingerprint: 'x' } },
      { bri: { host: 'x' } },
    ]) {
      expect(refusal(given(wrong)).variables).toEqual(['BANK_MAILBOXES']);
    }
    expect(refusal(given({ bri: { host: 'x' } })).message).toMatch(/BANK_MAILBOXES: bri\.port: /);
    expect(refusal({ ...complete, BANK_MAILBOXES: '{' }).variables).toEqual(['BANK_MAILBOXES']);
    expect(refusal({ ...given({ bri }), AMANAH_SANDBOX: '1', AMANAH_HOST: '127.0.0.1' }).message).toContain(
      'BANK_MAILBOXES',
    );
  });

  it('lets a sandbox serve this machine alone, and the bundled bank alone', () => {
    const sandbox = { ...complete, AMANAH_SANDBOX: '1' };
    expect(loadConfig(sandbox).sandbox).toBe(true);
    expect(loadConfig({ ...sandbox, BANK_SFTP_HOST: 'bank', AMANAH_HOST: '::1' }).sandbox).toBe(true);
    const composed = { ...sandbox, AMANAH_HOST: '0.0.0.0', AMANAH_PUBLISH_HOST: '127.0.0.1' };
    expect(loadConfig(composed).sandbox).toBe(true);
    expect(refusal({ ...sandbox, AMANAH_HOST: '0.0.0.0' }).variables).toEqual(['AMANAH_HOST']);
    expect(refusal({ ...composed, AMANAH_PUBLISH_HOST: '0.0.0.0' }).variables).toEqual(['AMANAH_PUBLISH_HOST']);
    const reachable = refusal({ ...sandbox, AMANAH_HOST: '10.0.0.7', BANK_SFTP_HOST: 'sftp.bank.example' });
    expect(reachable.variables).toEqual(['AMANAH_HOST', 'BANK_SFTP_HOST']);
    expect(reachable.message).toContain('published password');
  });

  it('believes no proxy unless it is named, and only addresses are names', () => {
    expect(loadConfig(complete).trustedProxies).toEqual([]);
    const given = '10.0.0.5, 172.18.0.0/16,fd00::/8, loopback';
    expect(loadConfig({ ...complete, AMANAH_TRUSTED_PROXIES: given }).trustedProxies).toHaveLength(4);
    for (const wrong of ['everybody', '10.0.0', '10.0.0.0/33', '10.0.0.0/8/8', '*'])
      expect(refusal({ ...complete, AMANAH_TRUSTED_PROXIES: wrong }).variables).toEqual(['AMANAH_TRUSTED_PROXIES']);
  });

  it('asks the bank only for what the bank needs', () => {
    const bank = { BANK_SFTP_USER: 'a', BANK_SFTP_PASSWORD: 'b', BANK_STATE_DIR: '/s', BANK_HOST_KEY_FILE: '/k' };
    expect(loadBankConfig(bank)).toMatchObject({ port: 2222, stateDir: '/s', hostKeyFile: '/k' });
    expect(() => loadBankConfig({})).toThrow('BANK_STATE_DIR is not set.');
  });

  it('knows the owner of the schema for migrations alone, and one address as both', () => {
    const ownerUrl = 'postgresql://owner:secret@127.0.0.1:5432/amanah';
    const { DATABASE_URL: databaseUrl } = complete;
    expect(loadOwnerConfig({ DATABASE_URL: databaseUrl })).toEqual({ databaseUrl, ownerUrl: databaseUrl });
    const both = { ...complete, DATABASE_OWNER_URL: ownerUrl };
    expect(loadOwnerConfig(both)).toEqual({ databaseUrl, ownerUrl });
    expect(JSON.stringify(loadConfig(both))).not.toContain('owner:secret');
  });

  it('mails only where a server is set up, and then asks for the rest of it', () => {
    const server = { ...complete, AMANAH_SMTP_URL: 'smtps://amanah:secret@mail.example.go.id' };
    const rest = {
      AMANAH_MAIL_FROM: 'Amanah <no-reply@example.go.id>',
      AMANAH_PUBLIC_URL: 'https://amanah.example.go.id/',
    };
    expect(loadConfig(complete).mail).toBeUndefined();
    expect(loadConfig({ ...server, ...rest }).mail?.publicUrl).toBe('https://amanah.example.go.id');
    expect(refusal(server).variables).toEqual(['AMANAH_MAIL_FROM', 'AMANAH_PUBLIC_URL']);
    const wrong = refusal({
      ...rest,
      ...complete,
      AMANAH_SMTP_URL: 'http://amanah:secret@x',
      AMANAH_MAIL_FROM: 'a\nBcc: b',
    });
    expect(wrong.variables.toSorted()).toEqual(['AMANAH_MAIL_FROM', 'AMANAH_SMTP_URL']);
    expect(wrong.message).not.toContain('secret');
  });
});

describe('the identity provider', () => {
  const whole = {
    ...{ AMANAH_OIDC_ISSUER: 'https://masuk.example.go.id', AMANAH_OIDC_CLIENT_ID: 'amanah' },
    ...{ AMANAH_OIDC_CLIENT_SECRET: 'secret', AMANAH_PUBLIC_URL: 'https://amanah.example.go.id/' },
  };
  const at = (env: NodeJS.ProcessEnv) => loadConfig({ ...complete, ...env }).provider;

  it('is none unless set up, and then whole', () => {
    expect(at({})).toBeUndefined();
    expect(at(whole)).toMatchObject({
      ...{ name: 'masuk.example.go.id', claim: 'preferred_username' },
      redirectUri: 'https://amanah.example.go.id/sign-in/provider',
    });
    const half = { ...complete, AMANAH_OIDC_ISSUER: whole.AMANAH_OIDC_ISSUER };
    expect(refusal(half).variables.toSorted()).toEqual([
      ...['AMANAH_OIDC_CLIENT_ID', 'AMANAH_OIDC_CLIENT_SECRET', 'AMANAH_PUBLIC_URL'],
    ]);
  });

  it('is spoken to over https, but for a sandbox', () => {
    const plain = { ...whole, AMANAH_OIDC_ISSUER: 'http://127.0.0.1:4000' };
    expect(refusal({ ...complete, ...plain }).variables).toEqual(['AMANAH_OIDC_ISSUER']);
    expect(at({ ...plain, AMANAH_SANDBOX: '1' })?.issuer).toBe('http://127.0.0.1:4000');
  });
});
