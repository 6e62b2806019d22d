import { DomainError } from '../shared/domain-error.js';
import type { OutreachSessionState } from './outreach.js';

/** What the rules of a session look at. */
export interface SessionFacts {
  readonly state: OutreachSessionState;
  /** ISO date. */
  readonly onDay: string;
  /** Grows with every change of the plan. */
  readonly version: number;
}

/** Throws OUTREACH_SESSION_PAST for a day that is over, and OUTREACH_SESSION_FAR beyond the days that are planned ahead. */
export function demandDay(onDay: string, today: string, latest: string): void {
  if (onDay < today) throw new DomainError('OUTREACH_SESSION_PAST', 'the day is past', { today, field: 'onDay' });
  if (onDay > latest) {
    throw new DomainError('OUTREACH_SESSION_FAR', 'too far ahead', { to: latest, field: 'onDay' });
  }
}

/** Throws OUTREACH_SESSION_HELD and OUTREACH_SESSION_CANCELLED: what is over stays as it is. */
export function demandPlanned({ state }: Pick<SessionFacts, 'state'>): void {
  if (state === 'held') throw new DomainError('OUTREACH_SESSION_HELD', 'the session was held');
  if (state === 'cancelled') throw new DomainError('OUTREACH_SESSION_CANCELLED', 'the session was cancelled');
}

/** Throws what `demandPlanned` throws, and OUTREACH_SESSION_CHANGED where somebody has changed the plan since it was read. */
export function demandSame(session: SessionFacts, version: number): void {
  demandPlanned(session);
  if (session.version !== version) {
    throw new DomainError('OUTREACH_SESSION_CHANGED', 'somebody changed the plan meanwhile', {
      version: session.version,
    });
  }
}

/** Throws what `demandPlanned` throws, and OUTREACH_SESSION_TO_COME before its day: nobody has come to a session of tomorrow. */
export function demandBegun(session: SessionFacts, today: string): void {
  demandPlanned(session);
  if (session.onDay > today) {
    throw new DomainError('OUTREACH_SESSION_TO_COME', 'its day is still to come', { day: session.onDay });
  }
}
