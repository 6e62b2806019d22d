import type { Appointment } from '../organisation/appointments/appointment.js';

export interface NamedOfficer {
  readonly officerId: string;
  readonly fullName: string;
}

/** One office of an absent officer that somebody stands in for today, by a dated delegation or a chain of them. */
export interface StandIn {
  /** The delegation of who is accountable: the first of the chain. */
  readonly delegationId: string;
  /** Every delegation of the chain; when one of them ends, nobody stands in by the chain any more. */
  readonly links: readonly string[];
  /** Who is absent and stays accountable. */
  readonly principal: NamedOfficer;
  /** Who passed it on between the principal and who stands in now; empty where nobody did. */
  readonly between: readonly NamedOfficer[];
  /** The office of the principal. */
  readonly appointment: Appointment;
  /** The last day on which the whole chain holds. */
  readonly validTo: string;
}
