import { ROLES } from '../role.js';
import { type ActingPolicy, whyNotActing } from './acting-rules.js';
import {
  type AppointmentFacts,
  type AppointmentRefusal,
  type AppointmentsAround,
  refuseField,
} from './appointment-facts.js';
import { clashOf } from './incompatible-roles.js';
import { isAtHome } from '../offices/office-kind.js';
import { daysOf, overlapOf } from './term.js';

function whyNotOfOffice({ role, level, kind, officeName }: AppointmentFacts): AppointmentRefusal[] {
  if (ROLES[role] !== level) return [refuseField('APPOINTMENT_TIER', 'role', { role, office: officeName })];
  return isAtHome(role, kind) ? [] : [refuseField('APPOINTMENT_OFFICE', 'officeId', { role, office: officeName })];
}

function whyNotBeside(wanted: AppointmentFacts, held: AppointmentFacts): AppointmentRefusal[] {
  const shared = overlapOf(wanted, held);
  if (shared === undefined) return [];
  if (held.officeId === wanted.officeId && held.role === wanted.role) {
    return [refuseField('APPOINTMENT_OVERLAP', 'validFrom', daysOf(shared))];
  }
  const clash = clashOf(wanted, held);
  if (clash === undefined) return [];
  const details = { role: wanted.role, heldRole: held.role, office: held.officeName, because: clash.because };
  return [refuseField('ROLES_INCOMPATIBLE', 'role', { ...details, ...daysOf(clash.days) })];
}

function whyNotInsteadOfPlt(wanted: AppointmentFacts, ofPost: readonly AppointmentFacts[]): AppointmentRefusal[] {
  if (wanted.acting !== undefined) return [];
  const plt = ofPost.find((held) => held.acting === 'plt' && overlapOf(wanted, held) !== undefined);
  return plt === undefined ? [] : [refuseField('POST_HAS_PLT', 'validFrom', daysOf(plt))];
}

/**
 * Every reason why an officer may not be appointed so: the tier, the days, a role that does not go with another of
 * theirs, and for whoever stands in the rules of standing in. Empty when they may.
 */
export function whyNotAppointed(
  wanted: AppointmentFacts,
  around: AppointmentsAround,
  policy: ActingPolicy,
): AppointmentRefusal[] {
  if (wanted.validTo !== undefined && wanted.validTo < wanted.validFrom) {
    return [refuseField('APPOINTMENT_DATES', 'validTo'), ...whyNotOfOffice(wanted)];
  }
  return [
    ...whyNotOfOffice(wanted),
    ...around.ofOfficer.flatMap((held) => whyNotBeside(wanted, held)),
    ...whyNotInsteadOfPlt(wanted, around.ofPost),
    ...whyNotActing(wanted, around, policy),
  ];
}
