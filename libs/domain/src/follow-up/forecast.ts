import { addCalendarDays, type IsoDate, unlessYearUnknown, type WorkingCalendar } from '../calendar/working-days.js';

/** How far back the rate looks, in calendar days: long enough to hold a working week, short enough to notice a new pace. */
export const FORECAST_WINDOW_DAYS = 7;

export interface Pace {
  /** Cases that still wait for a visit or a decision. */
  readonly open: number;
  /** Cases decided in the window that ends today. */
  readonly decidedLately: number;
  readonly deadlineOn: IsoDate;
}

export interface Forecast {
  /** Cases decided per working day of the window; 0 when none was, or it had no working day. */
  readonly perWorkingDay: number;
  /** The working day that decides the last open case at this rate; null when nothing is open or nothing moves. */
  readonly finishesOn: IsoDate | null;
  /** Whether cases will be left at the deadline, should the rate stay. */
  readonly isLate: boolean;
}

/** Whether a desk will make its deadline at the rate of the last days. Throws CALENDAR_YEAR_UNKNOWN. */
export function forecast(
  { open, decidedLately, deadlineOn }: Pace,
  today: IsoDate,
  calendar: WorkingCalendar,
): Forecast {
  const perWorkingDay = rateOf(decidedLately, today, calendar);
  if (open === 0) return { perWorkingDay, finishesOn: null, isLate: false };
  if (perWorkingDay === 0) return { perWorkingDay, finishesOn: null, isLate: deadlineOn < today };
  const days = Math.ceil(open / perWorkingDay);
  const isLate = calendar.workingDaysLeft(today, deadlineOn) < days;
  // Beyond the known holidays there is no day; the desk is late all the same.
  const finishesOn = unlessYearUnknown(() => calendar.addWorkingDays(today, days));
  return { perWorkingDay, finishesOn, isLate };
}

function rateOf(decided: number, today: IsoDate, calendar: WorkingCalendar): number {
  const window = Array.from({ length: FORECAST_WINDOW_DAYS }, (_, back) => addCalendarDays(today, -back));
  const workingDays = window.filter((day) => calendar.isWorkingDay(day)).length;
  return workingDays === 0 ? 0 : decided / workingDays;
}
