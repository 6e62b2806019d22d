import type { SecondFactor } from '../auth/second-factor.js';
import type { StandIn } from '../delegation/stand-in.js';
import { covers } from '../territories/territory.js';
import type { Appointment } from './appointments/appointment.js';
import { hasPower, type Power } from './power.js';
import type { Role } from './role.js';

/** A signed-in person with the appointments that are live on `today`. */
export interface Actor {
  readonly officerId: string;
  readonly fullName: string;
  readonly appointments: readonly Appointment[];
  /** Offices of absent officers in which they stand in today; most stand in for nobody. */
  readonly standsFor?: readonly StandIn[] | undefined;
  /** How their session stands with their second factor; missing where they have none and need none. */
  readonly secondFactor?: SecondFactor | undefined;
}

/** What whoever stands in reads as the absent officer would, to decide on the same facts. */
const READ_FOR_ANOTHER: readonly Power[] = ['task:read', 'period:read', 'roster:read', 'follow-up:read', 'report:read'];

/** Territories in which the actor holds this power; the scope of every list and search. */
export function territoriesWith(actor: Actor, power: Power): string[] {
  const others = READ_FOR_ANOTHER.includes(power) ? (actor.standsFor ?? []).map((one) => one.appointment) : [];
  const codes = [...actor.appointments, ...others]
    .filter(({ role }) => hasPower([role], power))
    .map((held) => held.territoryCode);
  return [...new Set(codes)].filter((code, _index, all) => !all.some((other) => other !== code && covers(other, code)));
}

/** The appointment by which the actor may serve as `role` in a territory; one's own post before one stood in for. */
export function appointmentFor(actor: Actor, role: Role, territoryCode: string): Appointment | undefined {
  const held = actor.appointments.filter((one) => one.role === role && covers(one.territoryCode, territoryCode));
  return held.find(({ acting }) => acting === undefined) ?? held[0];
}
