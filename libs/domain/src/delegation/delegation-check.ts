import type { Actor } from '../organisation/actor.js';
import { hasPower } from '../organisation/power.js';
import { ROLES } from '../organisation/role.js';
import { addCalendarDays, type IsoDate } from '../calendar/working-days.js';
import { covers } from '../territories/territory.js';
import { loopOf, type OfficeDelegation, tooLongOn } from './office-delegation.js';
import type { Appointment } from '../organisation/appointments/appointment.js';

export interface DelegationCommand {
  readonly appointmentId: string;
  readonly toOfficerId: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** One reason why not, with the field to put right. */
export interface FieldRefusal {
  readonly code: string;
  readonly field: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface DelegationFacts {
  readonly today: IsoDate;
  readonly maxDays: number;
  /** With the appointments that are live today. */
  readonly giver: Actor;
  /** Undefined where there is no such officer, or no longer. */
  readonly delegate: Actor | undefined;
  /** Delegations that have not been ended and share a day with the wish, of anybody. */
  readonly others: readonly OfficeDelegation[];
  readonly nameOf: (officerId: string) => string;
}

const officeAbove = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')));

/**
 * The office by which somebody may stand in for another's: the same role, held in their own right, in the same territory
 * or, for lurah and camat, next to it under the same office above. Another role never does: roles of one tier sign
 * some chain in different capacities, or the law keeps them apart, and a stand-in of another tier would hold an office
 * that is not theirs to hold. A careful reading of UU 30/2014 Art. 14 of our own. Undefined where there is none.
 */
export function officeToStandIn({ role, territoryCode }: Appointment, delegate: Actor): Appointment | undefined {
  const same = delegate.appointments.filter((held) => held.role === role && held.acting === undefined);
  const isLocal = ROLES[role] === 'kelurahan' || ROLES[role] === 'kecamatan';
  return (
    same.find((held) => covers(held.territoryCode, territoryCode)) ??
    same.find((held) => isLocal && officeAbove(held.territoryCode) === officeAbove(territoryCode))
  );
}

/** Every reason why an office may not be delegated so; none when it may. */
export function delegationRefusals(command: DelegationCommand, facts: DelegationFacts): readonly FieldRefusal[] {
  return [...dayRefusals(command, facts), ...officeRefusals(command, facts), ...delegateRefusals(command, facts)];
}

const refuse = (code: string, field: string, details: Readonly<Record<string, string>> = {}): FieldRefusal => ({
  code,
  field,
  details,
});

function dayRefusals({ validFrom, validTo }: DelegationCommand, { today, maxDays }: DelegationFacts): FieldRefusal[] {
  if (validFrom < today) return [refuse('DELEGATION_PAST', 'validFrom', { today })];
  if (validTo < validFrom) return [refuse('DELEGATION_DATES', 'validTo', { validFrom })];
  const last = addCalendarDays(validFrom, maxDays - 1);
  return validTo > last ? [refuse('DELEGATION_TOO_LONG', 'validTo', { days: String(maxDays), last })] : [];
}

function officeRefusals(command: DelegationCommand, { giver, others }: DelegationFacts): FieldRefusal[] {
  const office = giver.appointments.find(({ id }) => id === command.appointmentId);
  if (office === undefined) return [refuse('DELEGATION_OFFICE', 'appointmentIds')];
  const { acting, officeName, role } = office;
  if (acting !== undefined) return [refuse('DELEGATION_ACTING', 'appointmentIds', { office: officeName })];
  if (!hasPower([role], 'task:act')) return [refuse('DELEGATION_NO_TASKS', 'appointmentIds', { office: officeName })];
  const other = others.find((one) => one.appointmentId === command.appointmentId && sharesADay(one, command));
  if (other === undefined) return [];
  const { validFrom, validTo } = other;
  return [refuse('DELEGATION_OVERLAP', 'validFrom', { office: officeName, validFrom, validTo })];
}

const sharesADay = (one: OfficeDelegation, { validFrom, validTo }: DelegationCommand): boolean =>
  one.validFrom <= validTo && validFrom <= one.validTo;

function delegateRefusals(command: DelegationCommand, facts: DelegationFacts): FieldRefusal[] {
  const { giver, delegate, others, nameOf } = facts;
  const field = 'toOfficerId';
  if (delegate === undefined) return [refuse('OFFICER_UNKNOWN', field)];
  if (delegate.officerId === giver.officerId) return [refuse('DELEGATION_SELF', field)];
  const office = giver.appointments.find(({ id }) => id === command.appointmentId);
  if (office === undefined) return [];
  const by = officeToStandIn(office, delegate);
  if (by === undefined) {
    return [refuse('DELEGATION_TARGET', field, { name: delegate.fullName, role: office.role })];
  }
  const ids = { id: '', fromOfficerId: giver.officerId, toAppointmentId: by.id };
  const added: OfficeDelegation = { ...command, ...ids };
  const loop = loopOf(others, added);
  if (loop !== undefined) {
    return [refuse('DELEGATION_CYCLE', field, { day: loop.day, names: loop.officerIds.map(nameOf).join(' → ') })];
  }
  const day = tooLongOn(others, added);
  return day === undefined ? [] : [refuse('DELEGATION_CHAIN_LONG', field, { day })];
}
