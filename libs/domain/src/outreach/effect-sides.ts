import { addCalendarDays } from '../calendar/working-days.js';

/** When the money of two periods came to a city, first and last; ISO dates. */
export interface EffectSpan {
  readonly firstBefore: string;
  readonly lastBefore: string;
  readonly lastAfter: string;
  /** Within so many days of its money a family has used it or has not. */
  readonly days: number;
}

/** Where a kelurahan stands in a comparison: a session between the periods, none that matters, or one that touched what is compared. */
export type EffectSide = 'treated' | 'other' | 'touched';

/**
 * A session counts from the day on which everybody's days of the period before were over, to the last day on which money of the period
 * after came. One that fell into the days of either measurement alone, before or after, leaves the kelurahan out: it would be neither
 * without nor with. Sessions before the first money of the period before are part of what a kelurahan was like then.
 */
export function sideOf(
  heldOn: readonly string[],
  { firstBefore, lastBefore, lastAfter, days }: EffectSpan,
): EffectSide {
  const measuredBefore = addCalendarDays(lastBefore, days);
  const measuredAfter = addCalendarDays(lastAfter, days);
  if (heldOn.some((day) => day >= firstBefore && day <= measuredBefore)) return 'touched';
  if (heldOn.some((day) => day > measuredBefore && day <= lastAfter)) return 'treated';
  return heldOn.some((day) => day > lastAfter && day <= measuredAfter) ? 'touched' : 'other';
}
