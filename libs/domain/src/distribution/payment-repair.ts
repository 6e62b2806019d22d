/**
 * What becomes of a payment that failed: it is sent to the same account again, sent to another account of the family, or
 * given up, and then its money stays with the payer as failed.
 */
export const REPAIR_ACTIONS = ['send_again', 'new_account', 'give_up'] as const;
export type RepairAction = (typeof REPAIR_ACTIONS)[number];

/**
 * Reasons of ISO 20022 after which the same instruction would fail the same way: no such account (wrong, closed, invalid), or its holder has
 * died. A blocked account, or one whose name differs, may have been put right at the bank.
 */
const NEVER_AGAIN = new Set(['AC01', 'AC02', 'AC03', 'AC04', 'AC07', 'MD07']);

/** What may be done about a failure with this reason; null where the bank gave none. */
export const repairActions = (reason: string | null): RepairAction[] =>
  REPAIR_ACTIONS.filter((action) => action !== 'send_again' || !NEVER_AGAIN.has(reason ?? ''));

/** How it stands with the failed payments of an order, for the workflow that waits for them; ids and counts, never a family. */
export interface FailedPayments {
  /** There is something to repair, or nothing more will come. */
  readonly isHere: boolean;
  /** ISO instant at which the time for repairs is over; null when it is. */
  readonly dueAt: string | null;
  /** In which round payments are repaired now, from 1. */
  readonly round: number;
  readonly families: number;
}
