import type { ActingKind } from '../../mandates/authority-kind.js';
import type { Role } from '../role.js';

/** One office held by one officer between two dates (inclusive; open-ended when `validTo` is absent). */
export interface Appointment {
  readonly id: string;
  readonly role: Role;
  readonly officeName: string;
  readonly territoryCode: string;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  /** Standing in for the holder: Plt or Plh. Absent for the holder's own appointment. */
  readonly acting?: ActingKind | undefined;
}
