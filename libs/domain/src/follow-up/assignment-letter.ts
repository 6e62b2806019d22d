import { addCalendarDays, calendarDaysBetween, type IsoDate } from '../calendar/working-days.js';
import { DomainError } from '../shared/domain-error.js';
import { levelOf } from '../territories/territory.js';

/** First and last day (ISO dates) on which an officer is sent. */
export interface AssignedDays {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** Throws ASSIGNMENT_DAYS for days that have passed, in the wrong order, or more than the policy allows (calendar days, first and last counted). */
export function demandAssignedDays({ validFrom, validTo }: AssignedDays, today: IsoDate, mostDays: number): void {
  const days = calendarDaysBetween(validFrom, validTo) + 1;
  if (validFrom >= today && days >= 1 && days <= mostDays) return;
  throw new DomainError('ASSIGNMENT_DAYS', 'the days lie behind, or are too many', {
    ...{ from: today, to: addCalendarDays(validFrom, mostDays - 1), days: mostDays, field: 'validTo' },
  });
}

/** An officer is sent to a kecamatan, or to a kelurahan of it. */
export const isPlaceOfAssignment = (territoryCode: string): boolean =>
  ['kecamatan', 'kelurahan'].includes(levelOf(territoryCode));
