import type { Config } from '#config';

/** Where banks and post offices are reached, and where files wait on the way. */
export type BankSettings = Pick<Config, 'mailboxes' | 'exchangeDir'>;
