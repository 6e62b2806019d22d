import type { DashboardPart } from '../api/schemas';

export const PART_SORTS = ['worst', 'place', 'allocated', 'cases'] as const;
export type PartSort = (typeof PART_SORTS)[number];

type Figures = Pick<DashboardPart['figures'], 'credited' | 'transacted' | 'allocated'>;

/** Of the families whose money was credited, the share that has not transacted, from 0 to 1; none before anything is. */
export const unusedShare = ({ credited, transacted }: Figures): number | undefined =>
  credited.families === 0 ? undefined : (credited.families - transacted.families) / credited.families;

/** Of the families allocated, the share that has transacted, from 0 to 1. */
export const transactedShare = ({ allocated, transacted }: Figures): number =>
  allocated.families === 0 ? 0 : transacted.families / allocated.families;

const KEY: Record<Exclude<PartSort, 'place'>, (part: DashboardPart) => number> = {
  // A part without anything credited is behind nothing yet.
  worst: ({ figures }) => unusedShare(figures) ?? -1,
  allocated: ({ figures }) => figures.allocated.families,
  cases: ({ openCases }) => openCases,
};

/** Parts with the largest first, or by their code. */
export function sortParts(parts: readonly DashboardPart[], sort: PartSort): DashboardPart[] {
  if (sort === 'place') return parts.toSorted((one, other) => (one.territoryCode < other.territoryCode ? -1 : 1));
  const keyOf = KEY[sort];
  return parts.toSorted((one, other) => keyOf(other) - keyOf(one));
}
