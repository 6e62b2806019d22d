import type { PaymentChannel } from './service-area.js';

/**
 * What becomes of a payment that failed: it is sent as it was again, sent to another account of the family, held for the family at the post
 * office until its data are in order, or given up, and then its money stays with the payer as failed.
 */
export const REPAIR_ACTIONS = ['send_again', 'new_account', 'by_post', 'give_up'] as const;
export type RepairAction = (typeof REPAIR_ACTIONS)[number];

/**
 * Reasons of ISO 20022 after which the same instruction would fail the same way: no such account (wrong, closed, invalid), or its holder has
 * died; nor does a bank hold money that it did not hold before. A blocked account, or one whose name differs, may have been put right.
 */
const HAS_DIED = 'MD07';
const NEVER_AGAIN = new Set(['AC01', 'AC02', 'AC03', 'AC04', 'AC07', 'AG03', HAS_DIED]);

/** How a payment that failed was to be paid, and whether a post office serves the family's city. */
export interface FailedThrough {
  /** As the bank or post office has it; null where it gave none. */
  readonly reason: string | null;
  readonly channel: PaymentChannel;
  readonly hasPost: boolean;
}

/**
 * What may be done about a failure. Nobody but the family fetches at the post office, so that the dead are not sent there, nor those who are
 * there already.
 */
export const repairActions = ({ reason, channel, hasPost }: FailedThrough): RepairAction[] =>
  REPAIR_ACTIONS.filter((action) => {
    if (action === 'send_again') return !NEVER_AGAIN.has(reason ?? '');
    return action !== 'by_post' || (hasPost && channel === 'card' && reason !== HAS_DIED);
  });

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
