import type { NamedOfficer } from '../../delegation/stand-in.js';
import type { Freeze } from '../../mandates/freeze.js';
import type { MandateState } from '../../mandates/mandate-life.js';
import type { Role } from '../../organisation/role.js';
import type { TaskKind } from '../../stages/stage-catalogue.js';
import type { TaskState } from '../life/task-state.js';
import type { Capacity } from '../../stages/task-rule.js';

/** The mandate that covers the task as it stands when the question is asked: the city's, or a slice of it. */
export interface MandateFacts {
  readonly id: string;
  /** Of the chain: what suspends the city's mandate suspends every slice of it. */
  readonly state: MandateState;
  readonly validFrom: string;
  readonly validTo: string;
}

/** What the row of a task says, with everybody who has signed in its chain so far. */
export interface TaskFacts {
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly territoryCode: string;
  readonly artefactHash: string;
  readonly owner?: { readonly officerId: string; readonly fullName: string } | undefined;
  /** Who delegated it to the owner and stays accountable. */
  readonly principal?: { readonly officerId: string; readonly fullName: string } | undefined;
  /** The dated delegation by which its owner holds it for the principal. */
  readonly delegationId?: string | undefined;
  /** Set where somebody stands in by a dated delegation: who passed the office on before it came to them. */
  readonly between?: readonly NamedOfficer[] | undefined;
  /** The officers it was forwarded to; undefined means everybody who holds the office. */
  readonly potentialOwners?: readonly string[] | undefined;
  readonly suspendedUntil?: string | undefined;
  readonly signatures: readonly { readonly officerId: string; readonly capacity: Capacity }[];
  readonly mandate?: MandateFacts | undefined;
  /** The role it was returned to when its mandate ended; the catalogue's role where nothing ended. */
  readonly responsibleRole?: Role | undefined;
  /** Offices that became owners beside its own because it stayed late. */
  readonly addedRoles?: readonly Role[] | undefined;
  readonly freezes?: readonly Freeze[] | undefined;
  /** Officers of the household it is about. */
  readonly excludedOwners?: readonly string[] | undefined;
  /** Offices that may comment and never decide. */
  readonly observers?: readonly Role[] | undefined;
  /** Who has approved it already where several must, in whichever office, and for whom they did. */
  readonly approvedBy?: readonly string[] | undefined;
}
