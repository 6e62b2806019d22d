import { type IsoDate, type WorkingCalendar } from '../calendar/working-days.js';

/**
 * The day by which a complaint is to be answered after its clock stood from one day until another: later by the working days between them. What
 * was late before is late by as many days after.
 */
export function dueAfterWaiting(
  calendar: WorkingCalendar,
  { dueOn, waitingSince, today }: { readonly dueOn: IsoDate; readonly waitingSince: IsoDate; readonly today: IsoDate },
): IsoDate {
  const stood = Math.max(0, calendar.workingDaysLeft(waitingSince, today));
  return calendar.addWorkingDays(dueOn, stood);
}
