import { isCalendarDay, jakartaDate } from '#domain';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** Whether a text is `YYYY-MM-DD` and the calendar has that day: `Date.parse` takes the 30th of February for 2 March. */
export function isIsoDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return day !== undefined && isCalendarDay(Number(year), Number(month), Number(day));
}

/** An ISODate as `YYYY-MM-DD`, whatever its offset; undefined when there is no such day. */
export function parseDate(text: string): string | undefined {
  const day = DATE.exec(text)?.[1];
  return day !== undefined && isIsoDay(day) ? day : undefined;
}

/** An ISODateTime as an instant; without an offset it is meant in Jakarta. Undefined when there is no such moment. */
export function parseDateTime(text: string): Date | undefined {
  const [, day, offset] = DATE_TIME.exec(text) ?? [];
  if (day === undefined || !isIsoDay(day)) return undefined;
  const instant = new Date(offset === undefined ? `${text}+07:00` : text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** The day in Jakarta of an ISODate or an ISODateTime, as messages let the sender choose. */
export function parseDay(text: string): string | undefined {
  const instant = parseDateTime(text);
  return instant ? jakartaDate(instant) : parseDate(text);
}
