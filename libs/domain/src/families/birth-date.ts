import { isCalendarDay } from './calendar-day.js';
import type { NikParts } from './nik.js';

/** Day, month (number or name) and year, parted by what people put between them; a time of day behind it is passed over. */
const DAY_FIRST =
  /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})[\s.,/-]+(\d{4}|\d{2})(?:\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/i;
const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s].*)?$/;
const EARLIEST_YEAR = 1900;

/** The beginnings of the months' names, Indonesian and English, old spellings too. */
const MONTHS: readonly RegExp[] = [
  /^jan/i,
  /^[fp]eb/i,
  /^mar/i,
  /^apr/i,
  /^(mei|may)/i,
  /^jun/i,
  /^jul/i,
  /^(agu|ags|agt|aug)/i,
  /^sep/i,
  /^(okt|oct)/i,
  /^no[vp]/i,
  /^de[sc]/i,
];

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.findIndex((month) => month.test(text)) + 1;
}

/** A year of two digits is only known where the NIK holds the same day; then it is the last such year that is over or current. */
function fullYear(text: string, month: number, day: number, help: BirthDateHelp | undefined): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const { parts, asOf } = help ?? {};
  if (parts === undefined || asOf === undefined) return 0;
  if (parts.birthDay !== day || parts.birthMonth !== month || parts.birthYearInCentury !== year) return 0;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${2000 + year}-${two(month)}-${two(day)}` <= asOf ? 2000 + year : 1900 + year;
}

/** What a year of two digits is completed from. */
export interface BirthDateHelp {
  readonly parts: NikParts | undefined;
  /** ISO day: nobody is born later. */
  readonly asOf: string;
}

/** Whether the text is a day whose year has two digits only. */
export function hasShortYear(text: string): boolean {
  return DAY_FIRST.exec(text.trim())?.[3]?.length === 2;
}

/**
 * Reads a birth date as people write it: day first (`01/02/1980`, `1.2.1980`, `1 Februari 1980`, `01-Feb-80`), or as ISO.
 * Gives ISO `yyyy-mm-dd`, or undefined when no such day exists, the year lies before 1900, or it has two digits
 * and `help` does not complete it.
 */
export function parseBirthDate(text: string, help?: BirthDateHelp): string | undefined {
  const dayFirst = DAY_FIRST.exec(text.trim());
  const yearFirst = dayFirst ? null : YEAR_FIRST.exec(text.trim());
  const [yearText, monthText, dayText] = dayFirst
    ? [dayFirst[3], dayFirst[2], dayFirst[1]]
    : [yearFirst?.[1], yearFirst?.[2], yearFirst?.[3]];
  if (yearText === undefined || monthText === undefined) return undefined;
  const month = monthOf(monthText);
  const day = Number(dayText);
  const year = fullYear(yearText, month, day, help);
  if (year < EARLIEST_YEAR || !isCalendarDay(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
