import { DomainError } from '../shared/domain-error.js';

/** A day as `YYYY-MM-DD`, always meant in Asia/Jakarta. */
export type IsoDate = string;

const DAY_MS = 86_400_000;
const MOST_KEPT = 1_000;
/** Asia/Jakarta is UTC+7 all year; Indonesia has no summer time. */
const JAKARTA_OFFSET_MS = 7 * 3_600_000;

const atUtc = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
const isoOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** The calendar day in Asia/Jakarta at this instant. */
export function jakartaDate(instant: Date): IsoDate {
  return isoOf(new Date(instant.getTime() + JAKARTA_OFFSET_MS));
}

/** The last instant of that day in Asia/Jakarta: a deadline "on the 6th" holds until midnight. */
export function endOfJakartaDay(date: IsoDate): Date {
  return new Date(atUtc(date).getTime() + DAY_MS - JAKARTA_OFFSET_MS - 1);
}

/** The first instant of that day in Asia/Jakarta. */
export function startOfJakartaDay(date: IsoDate): Date {
  return new Date(atUtc(date).getTime() - JAKARTA_OFFSET_MS);
}

/** 08.00 WIB of that day, when offices open. */
export function startOfOfficeDay(date: IsoDate): Date {
  return new Date(atUtc(date).getTime() + 8 * 3_600_000 - JAKARTA_OFFSET_MS);
}

export function addCalendarDays(date: IsoDate, days: number): IsoDate {
  return isoOf(new Date(atUtc(date).getTime() + days * DAY_MS));
}

/** Calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = atUtc(date);
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return isoOf(target);
}

/** Calendar days from one day to a later one; negative when it lies before. */
export function calendarDaysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((atUtc(to).getTime() - atUtc(from).getTime()) / DAY_MS);
}

/**
 * Working days of government offices: Monday to Friday less national holidays and collective leave (SKB of three
 * ministers, `data/holidays`). A year without a decree is refused, because guessing moves deadlines silently.
 */
export class WorkingCalendar {
  private readonly years: ReadonlySet<string>;
  private readonly daysLeft = new Map<string, number>();

  /** `years` are those whose decree is loaded: the years of the holidays, unless told otherwise. */
  constructor(
    private readonly holidays: ReadonlySet<IsoDate>,
    years?: ReadonlySet<string>,
  ) {
    this.years = years ?? new Set([...holidays].map((date) => date.slice(0, 4)));
  }

  /** The same calendar with more holidays, which make no other year known. */
  plus(days: readonly IsoDate[]): WorkingCalendar {
    return days.length === 0 ? this : new WorkingCalendar(new Set([...this.holidays, ...days]), this.years);
  }

  isWorkingDay(date: IsoDate): boolean {
    if (!this.years.has(date.slice(0, 4))) {
      throw new DomainError('CALENDAR_YEAR_UNKNOWN', 'no holiday decree is loaded for this year', {
        year: date.slice(0, 4),
      });
    }
    const weekday = atUtc(date).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.holidays.has(date);
  }

  /** The day itself where it is worked, or the next that is. */
  firstWorkingDay(from: IsoDate): IsoDate {
    return this.addWorkingDays(addCalendarDays(from, -1), 1);
  }

  /** The day `count` working days after `from`, which itself is not counted. */
  addWorkingDays(from: IsoDate, count: number): IsoDate {
    let date = from;
    for (let left = count; left > 0;) {
      date = addCalendarDays(date, 1);
      if (this.isWorkingDay(date)) left -= 1;
    }
    return date;
  }

  /** Working days from tomorrow to `to`; negative when `to` has passed. */
  workingDaysLeft(today: IsoDate, to: IsoDate): number {
    // A page of tasks asks for the same few days again and again.
    const requested = `${today} ${to}`;
    const known = this.daysLeft.get(requested);
    if (known !== undefined) return known;
    if (this.daysLeft.size > MOST_KEPT) this.daysLeft.clear();
    const days = this.countDaysLeft(today, to);
    this.daysLeft.set(requested, days);
    return days;
  }

  private countDaysLeft(today: IsoDate, to: IsoDate): number {
    const step = to >= today ? 1 : -1;
    let days = 0;
    for (let date = today; date !== to;) {
      date = addCalendarDays(date, step);
      if (this.isWorkingDay(step === 1 ? date : addCalendarDays(date, 1))) days += step;
    }
    return days;
  }
}

/** Null where no holiday decree is loaded for a year that is asked about: better no answer than a wrong one. */
export function unlessYearUnknown<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_YEAR_UNKNOWN') return null;
    throw error;
  }
}
