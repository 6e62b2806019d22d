import type { ActingKind } from '../../mandates/authority-kind.js';
import type { TerritoryLevel } from '../../territories/territory.js';
import type { OfficeKind } from '../offices/office-kind.js';
import type { Role } from '../role.js';
import type { Term } from './term.js';

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

/** A reason why not, with the field it is about. */
export const refuseField = (code: string, field: string, details: Record<string, string> = {}): AppointmentRefusal => ({
  code,
  field,
  details,
});
