const DAY_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/;
const EARLIEST_YEAR = 1900;

/** Whether the day exists in the Gregorian calendar; month counts from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Reads a birth date as people write it, day first with a slash or hyphen (the roster's dd/mm/yyyy), or as ISO.
 * Gives ISO `yyyy-mm-dd`, or undefined when no such day exists or the year lies before 1900.
 */
export function parseBirthDate(text: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(text.trim());
  const parts = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : YEAR_FIRST.exec(text.trim())?.slice(1);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (year < EARLIEST_YEAR || !isCalendarDay(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
