import { isIP } from 'node:net';
import { join } from 'node:path';
import type { z } from 'zod';
import { ConfigError } from './config-error.js';
import { refusePublicSandbox } from './sandbox-alone.js';
import { withSecretFiles } from './secret-files.js';
import { BackupSettings, BankSettings, OwnerSettings, Settings } from './settings.js';

export type Config = ReturnType<typeof loadConfig>;
export type BankConfig = ReturnType<typeof loadBankConfig>;

/** The configuration of api, worker and cli. Throws a ConfigError that names every missing or wrong variable. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env) {
  const settings = parse(Settings, env);
  refusePublicSandbox(settings);
  return {
    databaseUrl: settings.DATABASE_URL,
    temporal: {
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      uiUrl: settings.TEMPORAL_UI_URL,
    },
    host: settings.AMANAH_HOST,
    port: settings.AMANAH_PORT,
    trustedProxies: settings.AMANAH_TRUSTED_PROXIES,
    webhookNetworks: settings.AMANAH_WEBHOOK_NETWORKS,
    workerPort: settings.AMANAH_WORKER_PORT,
    dataKey: settings.AMANAH_DATA_KEY,
    indexKey: settings.AMANAH_INDEX_KEY,
    sandbox: settings.AMANAH_SANDBOX,
    secondFactor:
      settings.AMANAH_SECOND_FACTOR ?? (settings.AMANAH_SANDBOX ? ('offered' as const) : ('signing' as const)),
    sandboxCities: settings.AMANAH_SANDBOX_CITIES,
    apiDocs: settings.AMANAH_API_DOCS,
    metricsToken: settings.AMANAH_METRICS_TOKEN,
    exchangeDir: settings.AMANAH_EXCHANGE_DIR,
    audit: {
      key: settings.AMANAH_AUDIT_KEY,
      anchorDir: settings.AMANAH_ANCHOR_DIR ?? join(settings.AMANAH_EXCHANGE_DIR, 'anchors'),
    },
    /** Banks and post offices by name; `bank` is the one of the programme's rules. */
    mailboxes: {
      ...settings.BANK_MAILBOXES,
      bank: { ...sftp(settings), hostFingerprint: settings.BANK_HOST_FINGERPRINT },
    },
    /** Where people reach it from outside, without a slash at the end; printed on papers. */
    publicUrl: settings.AMANAH_PUBLIC_URL?.replace(/\/+$/, ''),
    passkeys: passkeys(settings),
    provider: provider(settings),
    mail: mail(settings),
    logLevel: settings.LOG_LEVEL,
  };
}

/** The addresses of the owner of the schema, who migrates, and of the application; one and the same where only one is set. */
export function loadOwnerConfig(env: NodeJS.ProcessEnv = process.env) {
  const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl = databaseUrl } = parse(OwnerSettings, env);
  return { databaseUrl, ownerUrl };
}

/** What `backup` and `restore` need: the owner's address, the keys, and where the bundled Temporal server keeps its file. */
export function loadBackupConfig(env: NodeJS.ProcessEnv = process.env) {
  const settings = parse(BackupSettings, env);
  return {
    databaseUrl: settings.DATABASE_URL,
    ownerUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL,
    keys: { dataKey: settings.AMANAH_DATA_KEY, indexKey: settings.AMANAH_INDEX_KEY },
    temporalFile: settings.AMANAH_TEMPORAL_FILE,
  };
}

/** The configuration of the sandbox bank. */
export function loadBankConfig(env: NodeJS.ProcessEnv = process.env) {
  const settings = parse(BankSettings, env);
  return {
    ...sftp(settings),
    stateDir: settings.BANK_STATE_DIR,
    hostKeyFile: settings.BANK_HOST_KEY_FILE,
    logLevel: settings.LOG_LEVEL,
  };
}

/**
 * Where passkeys are made and used: the place that people open, by name. Browsers tie them to it for good. Undefined where it has no
 * name; a sandbox without one has that of its own machine.
 */
function passkeys({ AMANAH_PUBLIC_URL: url, AMANAH_SANDBOX: sandbox, AMANAH_PORT: port }: z.infer<typeof Settings>) {
  const given = url === undefined ? undefined : new URL(url);
  const isNamed = given !== undefined && isIP(given.hostname.replace(/^\[|\]$/g, '')) === 0;
  if (isNamed) return { rpId: given.hostname, origin: given.origin };
  return sandbox ? { rpId: 'localhost', origin: `http://localhost:${port}` } : undefined;
}

/** The identity provider that people may sign in with; undefined where none is set up. */
export type ProviderConfig = NonNullable<Config['provider']>;

/** Half a provider is none; what it says must not be read on the way, but for a sandbox on its own machine. */
function provider(settings: z.infer<typeof Settings>) {
  const { AMANAH_OIDC_ISSUER: issuer, AMANAH_OIDC_CLIENT_ID: clientId } = settings;
  const { AMANAH_OIDC_CLIENT_SECRET: clientSecret, AMANAH_PUBLIC_URL: url } = settings;
  if (issuer === undefined) return undefined;
  const needed = { AMANAH_OIDC_CLIENT_ID: clientId, AMANAH_OIDC_CLIENT_SECRET: clientSecret, AMANAH_PUBLIC_URL: url };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (clientId === undefined || clientSecret === undefined || url === undefined) {
    throw new ConfigError(
      missing,
      missing.map((name) => `${name} is not set, but AMANAH_OIDC_ISSUER is.`),
    );
  }
  if (!settings.AMANAH_SANDBOX && !issuer.startsWith('https:')) {
    throw new ConfigError(['AMANAH_OIDC_ISSUER'], ['AMANAH_OIDC_ISSUER: must be an https:// address.']);
  }
  return {
    ...{ issuer, clientId, clientSecret, claim: settings.AMANAH_OIDC_CLAIM },
    name: settings.AMANAH_OIDC_NAME ?? new URL(issuer).host,
    /** Where the provider sends people back to; registered with it. */
    redirectUri: `${url.replace(/\/+$/, '')}/sign-in/provider`,
  };
}

/** How mails go out; undefined where no mail server is set up. */
export type MailConfig = NonNullable<Config['mail']>;

/** A mail server without a sender, or without links to where people read, is half a setting. */
function mail({ AMANAH_SMTP_URL: smtpUrl, AMANAH_MAIL_FROM: from, AMANAH_PUBLIC_URL: url }: z.infer<typeof Settings>) {
  if (smtpUrl === undefined) return undefined;
  const missing = [
    ...(from === undefined ? ['AMANAH_MAIL_FROM'] : []),
    ...(url === undefined ? ['AMANAH_PUBLIC_URL'] : []),
  ];
  if (from === undefined || url === undefined) {
    throw new ConfigError(
      missing,
      missing.map((name) => `${name} is not set, but AMANAH_SMTP_URL is.`),
    );
  }
  return { smtpUrl, from, publicUrl: url.replace(/\/+$/, '') };
}

function sftp(settings: z.infer<typeof BankSettings> | z.infer<typeof Settings>) {
  return {
    host: settings.BANK_SFTP_HOST,
    port: settings.BANK_SFTP_PORT,
    user: settings.BANK_SFTP_USER,
    password: settings.BANK_SFTP_PASSWORD,
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.infer<Schema> {
  const given = withSecretFiles(env);
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw ConfigError.from(parsed.error, given);
  return parsed.data;
}
