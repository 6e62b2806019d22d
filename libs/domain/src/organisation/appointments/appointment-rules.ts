import type { ActingKind } from '../../mandates/authority-kind.js';
import { type Role, ROLES } from '../role.js';
import type { TerritoryLevel } from '../../territories/territory.js';
import { type ActingPolicy, whyNotActing } from './acting-rules.js';
import { clashOf } from './incompatible-roles.js';
import { isAtHome, type OfficeKind } from '../offices/office-kind.js';
import { daysOf, overlapOf, type Term } from './term.js';

export interface PostFacts {
  readonly officeId: string;
  readonly officeName: string;
  readonly kind: OfficeKind;
  readonly level: TerritoryLevel;
  readonly territoryCode: string;
  readonly role: Role;
}

/** An appointment that is to be, or is already. */
export interface AppointmentFacts extends PostFacts, Term {
  readonly officerId: string;
  readonly acting?: ActingKind | undefined;
  readonly letterNumber?: string | undefined;
}

export interface AppointmentsAround {
  /** Of the same officer, in any office. */
  readonly ofOfficer: readonly AppointmentFacts[];
  /** Of the same role in the same office, by anybody. */
  readonly ofPost: readonly AppointmentFacts[];
  /** Of whoever holds the post. */
  readonly leaves: readonly (Term & { readonly officerId: string })[];
}

/** One reason why not, with the field to mend. */
export interface AppointmentRefusal {
  readonly code: string;
  readonly field: string;
  readonly details: Readonly<Record<string, string>>;
}

const refuse = (code: string, field: string, details: Record<string, string> = {}): AppointmentRefusal => ({
  code,
  field,
  details,
});

function whyNotOfOffice({ role, level, kind, officeName }: AppointmentFacts): AppointmentRefusal[] {
  if (ROLES[role] !== level) return [refuse('APPOINTMENT_TIER', 'role', { role, office: officeName })];
  return isAtHome(role, kind) ? [] : [refuse('APPOINTMENT_OFFICE', 'officeId', { role, office: officeName })];
}

function whyNotBeside(wanted: AppointmentFacts, held: AppointmentFacts): AppointmentRefusal[] {
  const shared = overlapOf(wanted, held);
  if (shared === undefined) return [];
  if (held.officeId === wanted.officeId && held.role === wanted.role) {
    return [refuse('APPOINTMENT_OVERLAP', 'validFrom', daysOf(shared))];
  }
  const clash = clashOf(wanted, held);
  if (clash === undefined) return [];
  const details = { role: wanted.role, heldRole: held.role, office: held.officeName, because: clash.because };
  return [refuse('ROLES_INCOMPATIBLE', 'role', { ...details, ...daysOf(clash.days) })];
}

function whyNotInsteadOfPlt(wanted: AppointmentFacts, ofPost: readonly AppointmentFacts[]): AppointmentRefusal[] {
  if (wanted.acting !== undefined) return [];
  const plt = ofPost.find((held) => held.acting === 'plt' && overlapOf(wanted, held) !== undefined);
  return plt === undefined ? [] : [refuse('POST_HAS_PLT', 'validFrom', daysOf(plt))];
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
    return [refuse('APPOINTMENT_DATES', 'validTo'), ...whyNotOfOffice(wanted)];
  }
  return [
    ...whyNotOfOffice(wanted),
    ...around.ofOfficer.flatMap((held) => whyNotBeside(wanted, held)),
    ...whyNotInsteadOfPlt(wanted, around.ofPost),
    ...whyNotActing(wanted, around, policy),
  ];
}
