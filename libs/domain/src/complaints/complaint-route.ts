import type { Role } from '../organisation/role.js';
import { type ComplaintKind, isAboutLeadership, isRestrictedKind } from './complaint-kind.js';

/** The offices that answer complaints, each the superior of the one before; beyond the last there is nobody. */
export const COMPLAINT_OFFICES = [
  'dinsos_operator',
  'dinsos_head',
  'mayor',
  'programme_officer',
] as const satisfies Role[];
export type ComplaintOffice = (typeof COMPLAINT_OFFICES)[number];

/**
 * Who answers first. A city answers under its mandate; where it has none that lives today, the ministry answers itself. A restricted complaint
 * never reaches a desk that is not named for it, and one about the head of the city's social office begins at the mayor's.
 */
export function firstOffice(kind: ComplaintKind, isCityMandated: boolean): ComplaintOffice {
  if (!isCityMandated) return 'programme_officer';
  if (isAboutLeadership(kind)) return 'mayor';
  return isRestrictedKind(kind) ? 'dinsos_head' : 'dinsos_operator';
}

/** The office above; the last is reminded itself. */
export function officeAbove(office: ComplaintOffice): ComplaintOffice {
  return COMPLAINT_OFFICES[COMPLAINT_OFFICES.indexOf(office) + 1] ?? office;
}
