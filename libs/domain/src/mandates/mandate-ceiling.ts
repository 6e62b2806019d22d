import type { Measure } from '../money/conservation.js';
import { isLive, type MandateState } from './mandate-life.js';

export interface Slice {
  readonly state: MandateState;
  readonly ceiling: Measure;
  readonly used: Measure;
}

export const NOTHING: Measure = { families: 0, amountRupiah: 0n };

export const plus = (a: Measure, b: Measure): Measure => ({
  families: a.families + b.families,
  amountRupiah: a.amountRupiah + b.amountRupiah,
});

export const minus = (a: Measure, b: Measure): Measure => ({
  families: a.families - b.families,
  amountRupiah: a.amountRupiah - b.amountRupiah,
});

/** Whether a measure fits into another, in families and in rupiah. */
export const fits = (part: Measure, whole: Measure): boolean =>
  part.families <= whole.families && part.amountRupiah <= whole.amountRupiah;

/** What live slices still bind of their parent: their ceilings less what they have used. An ended slice binds nothing. */
export function boundBy(slices: readonly Slice[]): Measure {
  return slices
    .filter(({ state }) => isLive(state))
    .map(({ ceiling, used }) => minus(ceiling, used))
    .reduce(plus, NOTHING);
}

/**
 * What is left of a mandate to use or to give on: its ceiling less what was used under it and below it, less what live
 * slices still bind. The ledger keeps it at or above zero.
 */
export function leftOf({ ceiling, used }: Omit<Slice, 'state'>, slices: readonly Slice[] = []): Measure {
  return minus(minus(ceiling, used), boundBy(slices));
}
