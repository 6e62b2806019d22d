import { addMonths, addCalendarDays, type IsoDate } from '../calendar/working-days.js';
import { DomainError } from '../shared/domain-error.js';

/** What an office pays a TKSK by, on the last day of the month. */
export interface StipendRates {
  /** Tali asih of a whole month of service. */
  readonly monthRupiah: bigint;
  /** For each visit that was recorded; 0 where nothing is paid for one. */
  readonly visitRupiah: bigint;
}

/** What a TKSK did in a month, counted from appointments and recorded visits. */
export interface StipendFacts {
  readonly officerId: string;
  readonly officer: string;
  /** The kecamatan they serve. */
  readonly placeCode: string;
  readonly place: string;
  readonly servedDays: number;
  readonly visits: number;
}

/** A line of a month's statement. Whole rupiah as decimal strings. */
export interface StipendLine extends StipendFacts {
  readonly serviceRupiah: string;
  readonly visitsRupiah: string;
  readonly totalRupiah: string;
}

/** First and last day of a month (`2023-05`). */
export function monthDays(month: string): { readonly first: IsoDate; readonly last: IsoDate; readonly days: number } {
  const first = `${month}-01`;
  const last = addCalendarDays(addMonths(first, 1), -1);
  return { first, last, days: Number(last.slice(-2)) };
}

/**
 * A month that was served in part is paid by its days, rounded down to the rupiah (own rule; Perdirjen Dayasos 35/2020, which sets the amount
 * of a month, was not seen whole).
 */
export function stipendLine(facts: StipendFacts, rates: StipendRates, daysInMonth: number): StipendLine {
  const service = (rates.monthRupiah * BigInt(facts.servedDays)) / BigInt(daysInMonth);
  const visits = rates.visitRupiah * BigInt(facts.visits);
  return {
    ...facts,
    ...{ serviceRupiah: `${service}`, visitsRupiah: `${visits}`, totalRupiah: `${service + visits}` },
  };
}

/** Throws STIPEND_MONTH for one that is not over on this day. */
export function demandMonthOver(month: string, today: IsoDate): void {
  if (monthDays(month).last < today) return;
  throw new DomainError('STIPEND_MONTH', 'the month is not over', { month, field: 'month' });
}
