import type { MailboxOptions } from '#channels';

export const BANK_SETTINGS = Symbol('amanah:bank-settings');

/** Where the bank is reached, and where files wait on the way. */
export interface BankSettings {
  readonly bank: MailboxOptions;
  readonly exchangeDir: string;
}
