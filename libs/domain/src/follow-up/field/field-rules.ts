import type { IsoDate } from '../../calendar/working-days.js';
import { DomainError } from '../../shared/domain-error.js';

/** How a lease of cases on a phone ended; one whose time is over ends by itself. */
export const LEASE_ENDS = ['returned', 'replaced', 'revoked', 'office-lost'] as const;
export type LeaseEnd = (typeof LEASE_ENDS)[number];

/**
 * Two versions of one visit. `open` waits for who wrote the second; `kept` stands beside the first for the office that
 * decides; `recorded` became the finding of a new visit; `theirs` was given up for the first.
 */
export const FIELD_CONFLICT_STATES = ['open', 'kept', 'recorded', 'theirs'] as const;
export type FieldConflictState = (typeof FIELD_CONFLICT_STATES)[number];

/** A visit as a phone wrote it down, by the phone's own clock. */
export interface FieldClock {
  readonly writtenAt: Date;
  readonly sentAt: Date;
}

/**
 * A phone whose clock is off can't say when something was written. Throws FIELD_CLOCK_WRONG with both clocks; the remedy is to
 * set the phone's clock and send again.
 */
export function demandRightClock(sentAt: Date, now: Date, mostMinutes: number): void {
  const minutes = Math.round((sentAt.getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) <= mostMinutes) return;
  throw new DomainError('FIELD_CLOCK_WRONG', 'the clock of the phone is off', {
    ...{ minutes, most: mostMinutes, phone: sentAt.toISOString(), server: now.toISOString() },
  });
}

/** Throws FIELD_WRITTEN_LATER when the phone's clock was ahead while the visit was written down. */
export function demandWritten({ writtenAt, sentAt }: FieldClock, mostMinutes: number): void {
  if (writtenAt.getTime() - sentAt.getTime() <= mostMinutes * 60_000) return;
  throw new DomainError('FIELD_WRITTEN_LATER', 'written after it was sent, by the phone’s own clock', {
    ...{ written: writtenAt.toISOString(), sent: sentAt.toISOString() },
  });
}

/** Throws VISIT_IN_FUTURE, or VISIT_BEFORE_CASE for a day on which nobody knew of the case. */
export function demandVisitDays(days: readonly IsoDate[], openedOn: IsoDate, today: IsoDate): void {
  const ahead = days.find((day) => day > today);
  if (ahead !== undefined) throw new DomainError('VISIT_IN_FUTURE', 'a day that has not come', { day: ahead, today });
  const before = days.find((day) => day < openedOn);
  if (before === undefined) return;
  throw new DomainError('VISIT_BEFORE_CASE', 'a day before the case', { day: before, openedOn });
}

/** What says that somebody else was there first: two versions, and not a mistake of who sends. */
const CONFLICTS: ReadonlySet<string> = new Set(['TASK_DECIDED', 'TASK_CLOSED', 'ARTEFACT_CHANGED']);

export const isFieldConflict = (code: string): boolean => CONFLICTS.has(code);
