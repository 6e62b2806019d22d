import { HEAD_OF_OFFICE } from '../../mandates/mandate-office.js';
import type { Role } from '../role.js';
import type { IsoDate } from '../../calendar/working-days.js';
import { daysOf, overlapOf } from './term.js';
import type { AppointmentRefusal } from './appointment-facts.js';

/** Why an officer is away, and no more than that: what somebody is ill with is nobody's matter here. */
export const LEAVE_KINDS = ['annual', 'sick', 'duty', 'other'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

export interface LeaveDays {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** Every reason why a leave may not be entered beside those there are. */
export function whyNotAway(wanted: LeaveDays, others: readonly LeaveDays[]): AppointmentRefusal[] {
  if (wanted.lastDay < wanted.firstDay) return [{ code: 'LEAVE_DATES', field: 'lastDay', details: {} }];
  return others.flatMap((other) => {
    const shared = overlapOf(termOf(wanted), termOf(other));
    return shared === undefined ? [] : [{ code: 'LEAVE_OVERLAP', field: 'firstDay', details: daysOf(shared) }];
  });
}

const termOf = ({ firstDay, lastDay }: LeaveDays) => ({ validFrom: firstDay, validTo: lastDay });

const HEADS: readonly Role[] = [...Object.values(HEAD_OF_OFFICE), 'mayor', 'kpa'];

/** Whether a leave of so many working days calls for somebody to stand in: a proposal, never a condition. */
export const callsForStandIn = (role: Role, workingDays: number, fromDays: number): boolean =>
  HEADS.includes(role) && workingDays >= fromDays;
