import { isIP } from 'node:net';
import { z } from 'zod';

const port = (usual: number) => z.coerce.number().int().min(1).max(65_535).default(usual);
const text = z.string().min(1);
const optionalText = text.optional();
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((given) => given === '1');

/** 32 bytes, so that a key typed by hand or cut short by a shell fails at start and not at the first decryption. */
const key = z
  .string()
  .transform((encoded) => Buffer.from(encoded, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64 (for example from `openssl rand -base64 32`)');

/** Given as `ssh-keygen -lf` prints it (`SHA256:…`) or as hexadecimal; kept as hexadecimal, which ssh2 compares. */
const fingerprint = z
  .string()
  .transform((given) =>
    given.startsWith('SHA256:') ? Buffer.from(given.slice(7), 'base64').toString('hex') : given.toLowerCase(),
  )
  .refine((hex) => /^[0-9a-f]{64}$/.test(hex), 'must be a SHA-256 fingerprint, `SHA256:…` or 64 hexadecimal digits');

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' });

const isAddress = (given: string): boolean => {
  const [address = '', bits, ...more] = given.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
};

const listed = z
  .string()
  .default('')
  .transform((given) =>
    given
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

const networks = listed.refine((given) => given.every(isAddress), 'must be addresses or networks, separated by commas');

const proxies = listed.refine(
  (given) => given.every((one) => ['loopback', 'linklocal', 'uniquelocal'].includes(one) || isAddress(one)),
  'must be addresses or networks, separated by commas',
);

const cities = z
  .string()
  .regex(/^\d{2}\.\d{2}(,\d{2}\.\d{2})*$/, 'must be codes of cities, separated by commas, such as 32.75,32.76')
  .transform((given) => [...new Set(given.split(','))]);

const mailboxes = z
  .string()
  .transform((given, context) => {
    try {
      return JSON.parse(given) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.record(
      z.string().regex(/^(?!bank$)[a-z][a-z0-9-]{1,30}$/, 'names are small letters, digits and dashes, and not `bank`'),
      z.strictObject({
        host: text,
        port: z.int().min(1).max(65_535),
        user: text,
        password: text,
        hostFingerprint: fingerprint,
      }),
    ),
  );

/** What the bank's SFTP server and the payer who calls it must agree on. */
const sftp = {
  /** Where the bank's SFTP server listens. */
  BANK_SFTP_HOST: text.default('127.0.0.1'),
  BANK_SFTP_PORT: port(2222),
  BANK_SFTP_USER: text,
  /** Also accepted as BANK_SFTP_PASSWORD_FILE. */
  BANK_SFTP_PASSWORD: text,
};

const logging = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};

const mail = {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. Without it nothing is mailed. Also accepted as AMANAH_SMTP_URL_FILE. */
  AMANAH_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  /** `Amanah <no-reply@example.go.id>`: who mails are from. */
  AMANAH_MAIL_FROM: z
    .string()
    .regex(/^([^<>"\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'must be an address, or a name and <an address>')
    .optional(),
  /** Where people open Amanah, for the links in mails. */
  AMANAH_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an https:// address' }).optional(),
};

const provider = {
  /** The ministry's identity provider (OpenID Connect), by its issuer. Unset, people sign in with the accounts of Amanah alone. */
  AMANAH_OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an https:// address' }).optional(),
  AMANAH_OIDC_CLIENT_ID: optionalText,
  /** Also accepted as AMANAH_OIDC_CLIENT_SECRET_FILE. */
  AMANAH_OIDC_CLIENT_SECRET: optionalText,
  /** The claim that says which officer of the register somebody is, by user name. */
  AMANAH_OIDC_CLAIM: text.default('preferred_username'),
  /** As people know it: on the button of the sign-in page. The issuer's host unless set. */
  AMANAH_OIDC_NAME: z.string().min(1).max(40).optional(),
};

/** Every variable that api, worker and cli read. Nothing else in those processes reads the environment. */
export const Settings = z.object({
  ...logging,
  ...sftp,
  ...mail,
  ...provider,
  /**
   * `postgresql://user:password@host:port/database`: how the application signs in, as a role that owns nothing. Also
   * accepted as DATABASE_URL_FILE.
   */
  DATABASE_URL: databaseUrl,
  /** `host:port` of Temporal's frontend. */
  TEMPORAL_ADDRESS: text,
  TEMPORAL_NAMESPACE: text.default('default'),
  /** Shown as a link to operators; everything works without it. */
  TEMPORAL_UI_URL: optionalText,
  /** The interface to listen on. Loopback unless asked otherwise: a laptop on a public network serves nobody else. */
  AMANAH_HOST: text.default('127.0.0.1'),
  /**
   * Proxies in front of the API, by address or network (`10.0.0.5, 172.18.0.0/16`, `loopback`): what they say of their
   * client's address and of https is believed, and nobody else is. None unless set.
   */
  AMANAH_TRUSTED_PROXIES: proxies,
  /** Networks of one's own in which receivers of webhooks stand (`10.20.0.0/16`); nothing else that is not public is sent to. None unless set. */
  AMANAH_WEBHOOK_NETWORKS: networks,
  /** API and web. */
  AMANAH_PORT: port(3000),
  /** The worker's health and metrics. */
  AMANAH_WORKER_PORT: port(3001),
  /** `1` serves the API's description at /api/docs and /openapi.json. It tells every route, so nobody has it by default. */
  AMANAH_API_DOCS: flag,
  /** Whoever asks the API for /metrics brings it as a bearer token; unset, there are none. Also accepted as AMANAH_METRICS_TOKEN_FILE. */
  AMANAH_METRICS_TOKEN: z.string().min(16, 'must be 16 letters or more').optional(),
  /** Encrypts names, NIK and account numbers. Losing it loses them. Also accepted as AMANAH_DATA_KEY_FILE. */
  AMANAH_DATA_KEY: key,
  /** Keys the hash by which encrypted values are searched. Also accepted as AMANAH_INDEX_KEY_FILE. */
  AMANAH_INDEX_KEY: key,
  /** Seals the audit trail: 32 bytes, the private half of an Ed25519 key. Only the worker needs it. Also accepted as AMANAH_AUDIT_KEY_FILE. */
  AMANAH_AUDIT_KEY: key.optional(),
  /** Where seals are written down outside the database; `anchors` in AMANAH_EXCHANGE_DIR unless set. */
  AMANAH_ANCHOR_DIR: optionalText,
  /** Where a container's port is published, when AMANAH_HOST is an interface inside the container. */
  AMANAH_PUBLISH_HOST: optionalText,
  /** `1` loads demo accounts and lets the clock be moved: on this machine alone and with the bundled bank. Never on a server that pays. */
  AMANAH_SANDBOX: flag,
  /**
   * `signing`: nobody decides on money or law without a second factor; `offered`: whoever has one uses it. A sandbox offers,
   * everything else asks, unless set.
   */
  AMANAH_SECOND_FACTOR: z.enum(['offered', 'signing']).optional(),
  /** The cities that a sandbox has, by code (`32.75,32.76`); those of data/sandbox unless set. */
  AMANAH_SANDBOX_CITIES: cities.optional(),
  /** Files in transit, uploads and reports. Shared by api and worker. */
  AMANAH_EXCHANGE_DIR: text,
  /** The bank's host key as pinned by the payer; an unknown bank is never sent an order. */
  BANK_HOST_FINGERPRINT: fingerprint,
  /**
   * Further banks and post offices, by the name that a service area calls them, as JSON:
   * `{"bri": {"host": "…", "port": 22, "user": "…", "password": "…", "hostFingerprint": "SHA256:…"}}`. Also accepted as BANK_MAILBOXES_FILE.
   */
  BANK_MAILBOXES: mailboxes.optional(),
});

/** What `migrate` reads, and no process that serves or works. */
export const OwnerSettings = z.object({
  DATABASE_URL: databaseUrl,
  /** How migrations sign in: as the owner of the schema. Also accepted as DATABASE_OWNER_URL_FILE. */
  DATABASE_OWNER_URL: databaseUrl.optional(),
});

/** What `backup` and `restore` read. */
export const BackupSettings = OwnerSettings.extend({
  /** Only their fingerprints are kept: without the same keys what was sealed cannot be opened. */
  AMANAH_DATA_KEY: key,
  AMANAH_INDEX_KEY: key,
  /** Where the bundled Temporal server keeps what waits; unset where Temporal has a database of its own. */
  AMANAH_TEMPORAL_FILE: optionalText,
});

/** Every variable the sandbox bank reads: it knows neither the database nor the keys of the payer. */
export const BankSettings = z.object({
  ...logging,
  ...sftp,
  /** Accounts, received orders and files waiting to be fetched. */
  BANK_STATE_DIR: text,
  /** The private key the SFTP server identifies itself with (OpenSSH format). */
  BANK_HOST_KEY_FILE: text,
});
