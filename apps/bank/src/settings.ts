import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadScenario, type Faults } from './scenario/scenario.js';
import { Share } from './share.js';

const share = (usual: string) => Share.prefault(usual);

export const BANK_KINDS = ['bank', 'post'] as const;
export type BankKind = (typeof BANK_KINDS)[number];

const Environment = z.object({
  BANK_KIND: z.enum(BANK_KINDS).default('bank'),
  BANK_SFTP_HOST: z.string().min(1).default('127.0.0.1'),
  BANK_SFTP_PORT: z.coerce.number().int().min(0).max(65_535).default(2222),
  BANK_HTTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  BANK_SFTP_USER: z.string().min(1),
  BANK_SFTP_PASSWORD: z.string().min(1),
  BANK_STATE_DIR: z.string().min(1),
  BANK_HOST_KEY_FILE: z.string().min(1),
  /** Another seed gives other families the same troubles. */
  BANK_SEED: z.string().default('1'),
  /** Time between the first and the second status report. */
  BANK_SECOND_REPORT_MS: z.coerce.number().int().min(0).default(2000),
  BANK_REJECT_RATE: share('0.41%'),
  BANK_PENDING_RATE: share('0.2%'),
  BANK_ABSENT_RATE: share('0.02%'),
  BANK_NOT_TRANSACTED_RATE: share('3.66%'),
  /** Of those who do not transact: how many do so after a month, before the money goes back. */
  BANK_LATE_TRANSACTION_RATE: share('10%'),
  /** Faults on purpose (JSON); without it there are none. */
  BANK_SCENARIO_FILE: z.string().min(1).optional(),
});

/** How often the sandbox bank's customers and accounts make trouble, as shares of one. */
export interface Rates {
  readonly reject: number;
  readonly pending: number;
  readonly absent: number;
  readonly notTransacted: number;
  readonly lateTransaction: number;
}

export interface BankSettings {
  readonly kind: BankKind;
  readonly host: string;
  readonly port: number;
  readonly httpPort: number;
  readonly user: string;
  readonly password: string;
  readonly stateDir: string;
  readonly hostKeyFile: string;
  readonly seed: string;
  readonly secondReportMs: number;
  readonly rates: Rates;
  readonly faults: Faults;
}

/** Reads the environment once; BANK_SFTP_PASSWORD_FILE may stand in for the password. Throws a ZodError. */
export function loadBankSettings(env: NodeJS.ProcessEnv = process.env): BankSettings {
  const passwordFile = env['BANK_SFTP_PASSWORD_FILE'];
  const password = passwordFile === undefined ? {} : { BANK_SFTP_PASSWORD: readFileSync(passwordFile, 'utf8').trim() };
  const given = Environment.parse({ ...env, ...password });
  return {
    kind: given.BANK_KIND,
    host: given.BANK_SFTP_HOST,
    port: given.BANK_SFTP_PORT,
    httpPort: given.BANK_HTTP_PORT ?? (given.BANK_SFTP_PORT === 0 ? 0 : given.BANK_SFTP_PORT + 1),
    user: given.BANK_SFTP_USER,
    password: given.BANK_SFTP_PASSWORD,
    stateDir: given.BANK_STATE_DIR,
    hostKeyFile: given.BANK_HOST_KEY_FILE,
    seed: given.BANK_SEED,
    secondReportMs: given.BANK_SECOND_REPORT_MS,
    rates: {
      reject: given.BANK_REJECT_RATE,
      pending: given.BANK_PENDING_RATE,
      absent: given.BANK_ABSENT_RATE,
      notTransacted: given.BANK_NOT_TRANSACTED_RATE,
      lateTransaction: given.BANK_LATE_TRANSACTION_RATE,
    },
    faults: given.BANK_SCENARIO_FILE === undefined ? {} : loadScenario(given.BANK_SCENARIO_FILE),
  };
}
