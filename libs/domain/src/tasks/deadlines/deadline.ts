import type { IsoDate, WorkingCalendar } from '../../calendar/working-days.js';

/**
 * The due day of a task after a suspension: later by the working days it was suspended, counted from the day after it
 * was suspended to the day it is taken up again. Throws CALENDAR_YEAR_UNKNOWN.
 */
export function dueAfterSuspension(
  calendar: WorkingCalendar,
  dueOn: IsoDate,
  suspendedOn: IsoDate,
  resumedOn: IsoDate,
): IsoDate {
  const days = resumedOn <= suspendedOn ? 0 : calendar.workingDaysLeft(suspendedOn, resumedOn);
  return calendar.addWorkingDays(dueOn, days);
}
