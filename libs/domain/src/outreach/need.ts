import type { MendableFinding } from './outreach.js';

/** What the records of a period say of a kelurahan. */
export interface NeedCounts {
  readonly credited: number;
  /** Of those credited: have not used the money, or had it returned unused. */
  readonly notTransacted: number;
  /** Follow-up cases on which the city has decided, or that ended by themselves, with a finding. */
  readonly found: number;
  /** Of those found, by what a session could mend. */
  readonly mendable: Readonly<Record<MendableFinding, number>>;
}

/** Shares are parts of one; null where there is nothing to take a share of. */
export interface Need {
  readonly notTransactedShare: number | null;
  readonly mendableShare: number | null;
  /** Of all credited families, the part that would be without the money for a reason that a session mends: the product of both. */
  readonly need: number | null;
}

/**
 * The need of a kelurahan: share that did not transact × share of findings that outreach mends. It takes families that were visited
 * for all that did not transact, as they are visited one by one, and is an order for planning, no measurement. Where nobody was
 * visited there is no need, not one of nought.
 */
export function needOf({ credited, notTransacted, found, mendable }: NeedCounts): Need {
  const notTransactedShare = credited === 0 ? null : notTransacted / credited;
  const mended = Object.values(mendable).reduce((sum, families) => sum + families, 0);
  const mendableShare = found === 0 ? null : mended / found;
  const need = notTransactedShare === null || mendableShare === null ? null : notTransactedShare * mendableShare;
  return { notTransactedShare, mendableShare, need };
}

export const NEED_SORTS = ['need', 'not_transacted', 'mendable', 'families', 'place'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

type Placed = NeedCounts & Need & { readonly code: string };

const KEYS: Readonly<Record<Exclude<NeedSort, 'place'>, (row: Placed) => number | null>> = {
  need: ({ need }) => need,
  not_transacted: ({ notTransactedShare }) => notTransactedShare,
  mendable: ({ mendableShare }) => mendableShare,
  families: ({ credited }) => credited,
};

/** The greatest first; what is not known follows, by the share that did not transact; equals by code. */
export function byNeed<Row extends Placed>(rows: readonly Row[], sort: NeedSort): Row[] {
  if (sort === 'place') return rows.toSorted((one, other) => one.code.localeCompare(other.code));
  const keyOf = KEYS[sort];
  return rows.toSorted(
    (one, other) =>
      (keyOf(other) ?? -1) - (keyOf(one) ?? -1) ||
      (other.notTransactedShare ?? -1) - (one.notTransactedShare ?? -1) ||
      one.code.localeCompare(other.code),
  );
}
