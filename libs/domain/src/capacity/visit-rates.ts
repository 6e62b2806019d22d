import type { Role } from '../organisation/role.js';
import { OFFICE_WINDOW_DAYS } from '../tasks/deadlines/office-forecast.js';

/** Somebody who visits, with what they recorded in the window that offices are measured by. */
export interface VisitRecord {
  readonly role: Role;
  readonly visitsLately: number;
}

/** `measured` on the person; `peers`: the middle one of those with the same role; `entered` by whoever plans; `unknown`: nothing of these. */
export const RATE_SOURCES = ['measured', 'peers', 'entered', 'unknown'] as const;
export type RateSource = (typeof RATE_SOURCES)[number];

export interface VisitRate {
  /** Visits a working day; 0 where unknown, so that nothing is planned on a guess. */
  readonly perWorkingDay: number;
  readonly source: RateSource;
  /** How many persons it was measured on; 0 where it was entered or is unknown. */
  readonly sample: number;
}

/** Visits a working day that planners enter, by role, for those who recorded none. */
export type EnteredRates = Readonly<Partial<Record<Role, number>>>;

const UNKNOWN: VisitRate = { perWorkingDay: 0, source: 'unknown', sample: 0 };

/** What one person does a day: measured, else entered for the role, else the middle of their peers, else unknown. */
export function rateOf(
  { role, visitsLately }: VisitRecord,
  peers: readonly VisitRecord[],
  entered: EnteredRates = {},
): VisitRate {
  if (visitsLately > 0) return { perWorkingDay: visitsLately / OFFICE_WINDOW_DAYS, source: 'measured', sample: 1 };
  return rateOfRole(role, peers, entered);
}

/** The same for somebody who is not there yet. */
export function rateOfRole(role: Role, peers: readonly VisitRecord[], entered: EnteredRates = {}): VisitRate {
  const own = entered[role];
  if (own !== undefined) return { perWorkingDay: own, source: 'entered', sample: 0 };
  const measured = peers
    .filter((peer) => peer.role === role && peer.visitsLately > 0)
    .map(({ visitsLately }) => visitsLately)
    .sort((one, other) => one - other);
  const middle = measured[Math.floor((measured.length - 1) / 2)];
  return middle === undefined
    ? UNKNOWN
    : { perWorkingDay: middle / OFFICE_WINDOW_DAYS, source: 'peers', sample: measured.length };
}
