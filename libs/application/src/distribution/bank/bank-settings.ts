import type { Config } from '#config';

/** Where the bank is reached, and where files wait on the way. */
export type BankSettings = Pick<Config, 'bank' | 'exchangeDir'>;
