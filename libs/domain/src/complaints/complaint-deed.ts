import type { BreakType } from '../distribution/break-type.js';
import type { EntitlementState } from '../money/entitlement-state.js';
import type { ComplaintOutcome } from './complaint-life.js';

/**
 * What an answer sets going in the same act: a change of the family's record, which a second person confirms, or a question
 * about one payment, which two people settle with the bank. An answer is final no sooner than both have ended.
 */
export const COMPLAINT_DEEDS = ['record', 'payment'] as const;
export type ComplaintDeed = (typeof COMPLAINT_DEEDS)[number];

/** Only an answer that says yes does something. */
export const bringsAbout = (outcome: ComplaintOutcome): boolean => outcome === 'granted' || outcome === 'partly';

const DENIED = {
  credited: 'denied_credit',
  not_transacted: 'denied_credit',
  transacted: 'denied_use',
} as const satisfies Partial<Record<EntitlementState, BreakType>>;

/** The break that a family's word makes of a payment: it says that nothing came, or that others used it. Undefined where the bank has not said that it paid. */
export const breakOfDenial = (state: EntitlementState): BreakType | undefined =>
  state in DENIED ? DENIED[state as keyof typeof DENIED] : undefined;

/** How a deed may end. */
export const DEED_RESULTS = [
  'confirmed',
  'refused',
  'withdrawn',
  'lapsed',
  'failed',
  'not_transacted',
  'transacted',
  'explained',
] as const;
export type DeedResult = (typeof DEED_RESULTS)[number];

const AS_ANSWERED: readonly DeedResult[] = ['confirmed', 'failed', 'not_transacted'];

/** Whether it came to what the citizen was answered; otherwise they are owed another answer. */
export const isAsAnswered = (result: DeedResult): boolean => AS_ANSWERED.includes(result);
