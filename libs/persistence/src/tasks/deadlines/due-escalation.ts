import type { EscalationFacts, EscalationMoment } from '#domain';

/** A task as escalation reads it: the facts of the rule, and what those who are told are told of. */
export interface EscalationRow extends EscalationFacts {
  readonly id: string;
  readonly workflowId: string;
  readonly periodId: string;
  readonly territoryCode: string;
  readonly families: number;
  readonly amountRupiah: string;
  readonly ownerId: string | null;
  readonly potentialOwners: readonly string[] | null;
}

/** A task with the moments of it that have come. */
export interface DueEscalation {
  readonly task: EscalationRow;
  readonly moments: readonly EscalationMoment[];
}
