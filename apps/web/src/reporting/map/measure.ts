import type { DashboardPart } from '../../api/schemas';
import type { Shade } from '../../shared/map/territory-map';
import { type PartSort, unusedShare } from '../dashboard-order';

/** With fewer families one more or less would change the class. */
export const FEWEST_FAMILIES = 20;

export const CLASSES = [0, 1, 2, 3, 4] as const;

/** What the map shows of a part, in five classes that are the same for every period and place, so that maps compare. */
export interface MapMeasure {
  readonly name: 'unused' | 'allocated' | 'cases';
  /** Shares are of a hundred families, counts are families. */
  readonly isShare: boolean;
  /** Where the second and each later class begins. */
  readonly bounds: readonly [number, number, number, number];
  /** What is measured; undefined before there is anything to measure. */
  readonly valueOf: (part: DashboardPart) => number | undefined;
  /** The families that it is a share of. */
  readonly familiesOf: (part: DashboardPart) => number;
}

const UNUSED: MapMeasure = {
  ...{ name: 'unused', isShare: true, bounds: [0.02, 0.05, 0.1, 0.25] },
  valueOf: ({ figures }) => unusedShare(figures),
  familiesOf: ({ figures }) => figures.credited.families,
};

/** A number of cases says first of all how many families live there, so it is shown as a share of them. */
const CASES: MapMeasure = {
  ...{ name: 'cases', isShare: true, bounds: [0.01, 0.02, 0.05, 0.1] },
  valueOf: ({ openCases, figures: { allocated } }) =>
    allocated.families === 0 ? undefined : openCases / allocated.families,
  familiesOf: ({ figures }) => figures.allocated.families,
};

const ALLOCATED: MapMeasure = {
  ...{ name: 'allocated', isShare: false, bounds: [500, 2_000, 10_000, 50_000] },
  valueOf: ({ figures: { allocated } }) => (allocated.families === 0 ? undefined : allocated.families),
  familiesOf: ({ figures }) => figures.allocated.families,
};

/** The measure by which the page sorts its parts; by place it sorts by none, and the map shows what is behind. */
export const measureOf = (sort: PartSort): MapMeasure =>
  ({ worst: UNUSED, place: UNUSED, allocated: ALLOCATED, cases: CASES })[sort];

/** The class of a part; `none` where there is nothing to measure, `few` where a share would be of too few. */
export function shadeOf(measure: MapMeasure, part: DashboardPart | undefined): Shade {
  const value = part === undefined ? undefined : measure.valueOf(part);
  if (part === undefined || value === undefined) return 'none';
  if (measure.isShare && measure.familiesOf(part) < FEWEST_FAMILIES) return 'few';
  return CLASSES[measure.bounds.filter((bound) => value >= bound).length] ?? 4;
}
