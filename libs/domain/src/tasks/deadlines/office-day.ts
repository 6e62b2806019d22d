import { addCalendarDays, type IsoDate, unlessYearUnknown, type WorkingCalendar } from '../../calendar/working-days.js';

/** Days on which officers are told something: working days, and weekdays in a year whose holidays are not known yet. */

const isWeekday = (day: IsoDate): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const isOfficeDay = (calendar: WorkingCalendar, day: IsoDate): boolean =>
  unlessYearUnknown(() => calendar.isWorkingDay(day)) ?? isWeekday(day);

function step(calendar: WorkingCalendar, from: IsoDate, count: number, direction: 1 | -1): IsoDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addCalendarDays(day, direction);
    if (isOfficeDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The office day `count` after `from`, which itself is not counted. */
export const officeDayAfter = (calendar: WorkingCalendar, from: IsoDate, count: number): IsoDate =>
  step(calendar, from, count, 1);

/** The office day `count` before `from`, which itself is not counted. */
export const officeDayBefore = (calendar: WorkingCalendar, from: IsoDate, count: number): IsoDate =>
  step(calendar, from, count, -1);

/** This day, or the next office day. */
export const officeDayFrom = (calendar: WorkingCalendar, day: IsoDate): IsoDate =>
  isOfficeDay(calendar, day) ? day : officeDayAfter(calendar, day, 1);
