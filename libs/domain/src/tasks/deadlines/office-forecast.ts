import { addCalendarDays, type IsoDate, unlessYearUnknown, type WorkingCalendar } from '../../calendar/working-days.js';
import { officeDayBefore } from './office-day.js';

/** How many working days the rate of an office looks back: two weeks, so that one bad day is not a trend. */
export const OFFICE_WINDOW_DAYS = 10;

/** The first day of the window that ends today. */
export const officeWindowFrom = (today: IsoDate, calendar: WorkingCalendar): IsoDate =>
  officeDayBefore(calendar, addCalendarDays(today, 1), OFFICE_WINDOW_DAYS);

export interface OfficeWork {
  readonly open: number;
  /** Decided since the first day of the window. */
  readonly decidedLately: number;
  /** The due day of the open task that is due last. */
  readonly lastDueOn: IsoDate | null;
}

export interface OfficeForecast {
  readonly perWorkingDay: number;
  /** The working day that decides the last of them at this rate; null when nothing is open or nothing moves. */
  readonly finishesOn: IsoDate | null;
  readonly isLate: boolean;
}

/** Whether an office will be done by the last due day of what it has, should its rate stay. */
export function officeForecast(
  { open, decidedLately, lastDueOn }: OfficeWork,
  today: IsoDate,
  calendar: WorkingCalendar,
): OfficeForecast {
  const perWorkingDay = decidedLately / OFFICE_WINDOW_DAYS;
  if (open === 0 || lastDueOn === null) return { perWorkingDay, finishesOn: null, isLate: false };
  if (decidedLately === 0) return { perWorkingDay, finishesOn: null, isLate: lastDueOn < today };
  const days = Math.ceil((open * OFFICE_WINDOW_DAYS) / decidedLately);
  const finishesOn = unlessYearUnknown(() => calendar.addWorkingDays(today, days));
  // Beyond the known holidays there is no day; it is late all the same.
  return { perWorkingDay, finishesOn, isLate: finishesOn === null || finishesOn > lastDueOn };
}
