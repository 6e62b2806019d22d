/**
 * What has become of one family's money. Presence in a bank file and silence are separate facts: an instruction the
 * bank has not spoken of is `unreconciled`, never taken as paid or failed.
 */
export const ENTITLEMENT_STATES = [
  'decreed',
  'ordered',
  'unreconciled',
  'failed',
  'reissued',
  'credited',
  'transacted',
  'not_transacted',
  'held',
  'returned',
] as const;
export type EntitlementState = (typeof ENTITLEMENT_STATES)[number];

const NEXT: Readonly<Record<EntitlementState, readonly EntitlementState[]>> = {
  decreed: ['ordered'],
  ordered: ['unreconciled', 'failed', 'credited'],
  // A bank that was silent says that it is still at it.
  unreconciled: ['ordered', 'failed', 'credited'],
  // Sent again after the bank refused the order; two people found that it was credited after all; or another instruction
  // has taken its place.
  failed: ['ordered', 'credited', 'reissued'],
  reissued: [],
  // Money comes back from closed accounts, also after the family was called one that did not transact.
  credited: ['failed', 'transacted', 'not_transacted'],
  transacted: [],
  not_transacted: ['transacted', 'held', 'failed'],
  // A family may have withdrawn between the bank's last report and the freeze; a hold may be released.
  held: ['transacted', 'returned', 'not_transacted'],
  returned: [],
};

/** Whether the bank or an official may move an entitlement so; everything else is a break. */
export const mayBecome = (from: EntitlementState, to: EntitlementState): boolean => NEXT[from].includes(to);

/** Frozen money becomes the family's again by a release alone: no report of a bank, and no break, lets go of it. */
export const isRelease = (from: EntitlementState, to: EntitlementState): boolean =>
  from === 'held' && to === 'not_transacted';

/** States a family's money may be moved out of into `to`; the WHERE clause of every set-based move. */
export const statesBefore = (to: EntitlementState): EntitlementState[] =>
  ENTITLEMENT_STATES.filter((from) => mayBecome(from, to));
