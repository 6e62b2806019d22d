/**
 * Why it is asked whether a family of a list is what the list says: the civil registry does not know it so, it stands on a list that
 * families are compared with, it was taken out in an earlier period and has not come back by a signed change of its record, or its aid
 * has lain unused for months in a row and nobody has looked after it.
 */
export const DOUBT_KINDS = ['identity', 'listed', 'excluded', 'unused'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/**
 * How a doubt is decided: `cleared` lets the family in, `excluded` takes it out, and `unresolved` says that nobody could find out
 * in time: the family stays out for this period, counted with its reason, and is asked about again in the next one.
 */
export const DOUBT_DECISIONS = ['cleared', 'excluded', 'unresolved'] as const;
export type DoubtDecision = (typeof DOUBT_DECISIONS)[number];

/**
 * The answers that a kind may have. Who was taken out comes back by a change of its record with a paper, not at the desk; and whose
 * aid lay unused loses it by a case that it may object to: at the desk it is paid again, or waits.
 */
export function decisionsFor(kind: DoubtKind): readonly DoubtDecision[] {
  if (kind === 'excluded') return ['excluded', 'unresolved'];
  return kind === 'unused' ? ['cleared', 'unresolved'] : DOUBT_DECISIONS;
}

/** What is open on the desk of a list: families to decide on, in which round. */
export interface OpenDoubts {
  readonly families: number;
  readonly round: number;
}

/** What of a doubt says whether its family may be paid. */
export interface DoubtState {
  readonly kind: DoubtKind;
  readonly decision: DoubtDecision | null;
  /** A second person has confirmed the decision. */
  readonly isSettled: boolean;
}

export type DoubtExclusion = `adjudicated_${DoubtKind}` | `unresolved_${DoubtKind}`;

/**
 * Why doubts keep a family out; undefined where none does. What two people excluded comes before what nobody settled, and the
 * kinds in the order above. Silence keeps out, never in; the decree counts it under this name.
 */
export function exclusionOf(doubts: readonly DoubtState[]): DoubtExclusion | undefined {
  const inOrder = doubts.toSorted((one, other) => DOUBT_KINDS.indexOf(one.kind) - DOUBT_KINDS.indexOf(other.kind));
  const kindWhere = (holds: (doubt: DoubtState) => boolean): DoubtKind | undefined => inOrder.find(holds)?.kind;
  const out = kindWhere(({ decision, isSettled }) => isSettled && decision === 'excluded');
  if (out !== undefined) return `adjudicated_${out}`;
  const open = kindWhere(({ decision, isSettled }) => !isSettled || decision !== 'cleared');
  return open === undefined ? undefined : `unresolved_${open}`;
}
