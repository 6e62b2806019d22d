import { addCalendarDays, type IsoDate } from '../../calendar/working-days.js';

/** Days from the first to the last, both included; open-ended when the last is absent. */
export interface Term {
  readonly validFrom: IsoDate;
  readonly validTo?: IsoDate | undefined;
}

/** A term with a last day. */
export interface EndedTerm {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** The days that two terms share; undefined when they share none. A term that ends before it begins holds no day. */
export function overlapOf(one: Term, other: Term): Term | undefined {
  const validFrom = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  const ends = [one.validTo, other.validTo].filter((end) => end !== undefined).sort();
  const [validTo] = ends;
  return validTo !== undefined && validTo < validFrom ? undefined : { validFrom, validTo };
}

/** Whether every day of an ended term lies in one of the others. */
export function isCovered(term: EndedTerm, others: readonly Term[]): boolean {
  let day = term.validFrom;
  for (const { validFrom, validTo } of [...others].sort((left, right) => (left.validFrom < right.validFrom ? -1 : 1))) {
    if (validFrom > day) break;
    if (validTo === undefined) return true;
    if (validTo >= day) day = addCalendarDays(validTo, 1);
  }
  return day > term.validTo;
}

/** A term as a refusal names it. */
export const daysOf = ({ validFrom, validTo }: Term): { validFrom: string; validTo: string } => ({
  validFrom,
  validTo: validTo ?? '–',
});
