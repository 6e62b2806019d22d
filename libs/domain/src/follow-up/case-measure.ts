import { addCalendarDays, type IsoDate } from '../calendar/working-days.js';
import type { Policy } from '../policies/policy.js';
import { DomainError } from '../shared/domain-error.js';

/** What a case does to its money before the last day of use, once a second person has approved it. */
export const CASE_MEASURE_KINDS = ['hold', 'return_early'] as const;
export type CaseMeasureKind = (typeof CASE_MEASURE_KINDS)[number];

/**
 * Proposed by who decided the case. Approved, a hold freezes the money in the ledger (`in_force`) until its day, or until a second person
 * releases it to the family (`released`, until a last day of use) or has it returned; an early return lies on a return order
 * (`returning`). `overtaken` by the family's use, or by the deadline.
 */
const NEXT = {
  proposed: ['in_force', 'returning', 'refused', 'lapsed', 'overtaken'],
  in_force: ['released', 'returning', 'ended', 'overtaken'],
  released: ['returning', 'ended', 'overtaken'],
  returning: ['ended', 'overtaken'],
  ended: [],
  refused: [],
  lapsed: [],
  overtaken: [],
} as const satisfies Record<string, readonly string[]>;

export type CaseMeasureState = keyof typeof NEXT;
export const CASE_MEASURE_STATES = Object.keys(NEXT) as CaseMeasureState[];

/** Whether a measure may go from one state into the other. */
export const measureMayBecome = (from: CaseMeasureState, to: CaseMeasureState): boolean =>
  (NEXT[from] as readonly CaseMeasureState[]).includes(to);

const GROUND = 'hold_ground.';

/** The grounds that a policy names, in its words. */
export const holdGrounds = (policy: Policy): { readonly ground: string; readonly words: string }[] =>
  policy.under(GROUND).map(([key, words]) => ({ ground: key.slice(GROUND.length), words }));

/**
 * The last day on which a hold that begins today may end: so many days away as the policy says, and never past the last day of use unless
 * the policy allows that. Undefined where the policy was pinned before it knew holds.
 */
export function lastDayOfHold(policy: Policy, today: IsoDate, deadlineOn: IsoDate): IsoDate | undefined {
  const days = policy.countIf('hold.days_most');
  if (days === undefined) return undefined;
  const most = addCalendarDays(today, days);
  const mayPass = policy.text('hold.past_deadline') === 'yes';
  return mayPass || most < deadlineOn ? most : deadlineOn;
}

/** Throws HOLD_GROUND_UNKNOWN with the grounds there are, HOLD_DAY with the days between which one ends. */
export function demandHold(
  policy: Policy,
  { ground, until }: { readonly ground: string; readonly until: IsoDate },
  { today, deadlineOn }: { readonly today: IsoDate; readonly deadlineOn: IsoDate },
): void {
  const grounds = holdGrounds(policy);
  if (!grounds.some((one) => one.ground === ground)) {
    const known = grounds.map(({ words }) => words).join('; ');
    throw new DomainError('HOLD_GROUND_UNKNOWN', 'the policy names no such ground', { known: known || '–' });
  }
  const last = lastDayOfHold(policy, today, deadlineOn) ?? today;
  if (until > today && until <= last) return;
  throw new DomainError('HOLD_DAY', 'a hold ends on a day to come, within the policy’s bounds', {
    ...{ from: addCalendarDays(today, 1), to: last, field: 'holdUntil' },
  });
}

/** The last day (ISO date) on which a family may use what is released to it today: that of its case, or later where a hold has passed it. */
export function lastDayAfterRelease(policy: Policy, today: IsoDate, deadlineOn: IsoDate): IsoDate {
  return today <= deadlineOn ? deadlineOn : addCalendarDays(today, policy.count('hold.use_days'));
}
