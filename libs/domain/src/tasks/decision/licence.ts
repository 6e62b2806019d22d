import type { TaskKind } from '../../stages/stage-catalogue.js';

/**
 * Decisions that are a licence: what they permit moves law or money, or brings a family in or out. Each names the decisions that must stand before it
 * in the same matter, by another person in another capacity (UU 1/2004 keeps PPK, KPA and treasurer apart).
 */
export const LICENCES = {
  'doubts.settle': ['doubts.propose'],
  'allocation.approve': ['allocation.verify'],
  'quota.approve': ['quota.verify'],
  'closing.ratify': ['closing.set'],
  'payment.release': ['payment.request'],
  'payment.repair': [],
  'breaks.settle': ['breaks.propose'],
  'return.instruct': [],
  'return.confirm': ['return.instruct'],
  'period.close': [],
} as const satisfies Partial<Record<TaskKind, readonly TaskKind[]>>;

export type LicensedAct = keyof typeof LICENCES;

/** The newest decision of a kind in a matter, as the database holds it. */
export interface RecordedDecision {
  readonly kind: TaskKind;
  readonly outcome: string;
  readonly officerId: string;
  /** Of the paper that was before the officer. */
  readonly artefactHash: string;
  /** Their signature stands in the chain, in the capacity of the kind. */
  readonly isSigned: boolean;
  /** Every office that a policy asked has approved. */
  readonly isComplete: boolean;
  /** The ceiling of the mandate was drawn on, where the kind draws. */
  readonly isDrawn: boolean;
}

export type Missing = 'decision' | 'approval' | 'signature' | 'office' | 'draw' | 'paper' | 'four-eyes';

/** Why an act has no licence; undefined when it has. `hash` is that of the paper as it stands now. */
export function whyUnlicensed(
  act: LicensedAct,
  decisions: readonly RecordedDecision[],
  hash: string,
): Missing | undefined {
  const own = decisions.find(({ kind }) => kind === act);
  const before = LICENCES[act].map((kind) => decisions.find((one) => one.kind === kind));
  const missing = [own, ...before].map(whyVoid).find((reason) => reason !== undefined);
  if (missing !== undefined) return missing;
  if (own?.artefactHash !== hash) return 'paper';
  return before.some((earlier) => earlier?.officerId === own.officerId) ? 'four-eyes' : undefined;
}

function whyVoid(decision: RecordedDecision | undefined): Missing | undefined {
  if (decision === undefined) return 'decision';
  if (decision.outcome !== 'approved') return 'approval';
  if (!decision.isComplete) return 'office';
  if (!decision.isSigned) return 'signature';
  return decision.isDrawn ? undefined : 'draw';
}
