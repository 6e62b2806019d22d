import type { CaseOutcome } from './finding-rule.js';

/** What an outcome sets going outside Amanah, and to whom it goes; `freeze` and `unfreeze` with a hold and its release. */
const GOES_TO = {
  recard: 'bank',
  unblock: 'bank',
  fix_account: 'bank',
  check_balance: 'bank',
  proxy: 'record',
  change_head: 'record',
  replace: 'roster',
  freeze: 'bank',
  unfreeze: 'bank',
} as const satisfies Partial<Record<CaseOutcome | 'freeze' | 'unfreeze', string>>;

export type CaseRequestKind = keyof typeof GOES_TO;
export const CASE_REQUEST_KINDS = Object.keys(GOES_TO) as CaseRequestKind[];

export const CASE_REQUEST_ADDRESSEES = ['bank', 'record', 'roster'] as const;
export type CaseRequestAddressee = (typeof CASE_REQUEST_ADDRESSEES)[number];

export const addresseeOf = (kind: CaseRequestKind): CaseRequestAddressee => GOES_TO[kind];

/**
 * `open` is followed by its owner; `overtaken` ended by itself, because the ledger has closed the case; `lapsed` was not
 * answered by its day, and its money goes as it was decided.
 */
export const CASE_REQUEST_STATES = ['open', 'done', 'refused', 'overtaken', 'lapsed'] as const;
export type CaseRequestState = (typeof CASE_REQUEST_STATES)[number];
