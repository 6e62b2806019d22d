import type { EntitlementState } from '#domain';
import { lastDayOfUseOf } from '../distribution/return/last-day-of-use.js';

/** Money that the bank has paid in, whatever became of it since. */
export const CREDITED_STATES = [
  ...(['credited', 'transacted', 'not_transacted', 'held', 'returned'] as const),
] satisfies EntitlementState[];
/** A payment that was made again elsewhere has failed here. */
export const FAILED_STATES = [...(['failed', 'reissued'] as const)] satisfies EntitlementState[];
/** Paid in and not used. */
export const UNUSED_STATES = [...(['credited', 'not_transacted', 'held'] as const)] satisfies EntitlementState[];

export const oneOf = (states: readonly EntitlementState[]): string =>
  `(${states.map((state) => `'${state}'`).join(', ')})`;

/** SQL: money of an entitlement `e` of an order that lies unused although its last day of use has passed. */
export const isIdle = (order: string, window: string): string =>
  `(e.state in ${oneOf(UNUSED_STATES)} and ${lastDayOfUseOf(order, window)} < programme_today())`;
