import { type ByState, conservation, type Measure } from '../money/conservation.js';
import type { EntitlementState } from '../money/entitlement-state.js';
import { sumRupiah } from '../money/rupiah.js';
import { levelOf, NATION, parentOf, type TerritoryLevel } from '../territories/territory.js';

/** What a territory's money has come to, from the ledger alone; the parts and the remainder are what was allocated. */
export interface TerritoryFigures {
  readonly allocated: Measure;
  /** An order was made for them, whatever became of it since. */
  readonly ordered: Measure;
  /** The bank has paid it in, whatever became of it since. */
  readonly credited: Measure;
  readonly transacted: Measure;
  readonly notTransacted: Measure;
  readonly pending: Measure;
  readonly failed: Measure;
  readonly unreconciled: Measure;
  readonly unallocated: Measure;
  readonly returned: Measure;
  /** What was allocated beyond all parts: nothing, or something to explain. */
  readonly remainder: Measure;
}

/** The balance of each account of a territory; a quota that no family has yet is `unallocated`. */
export type TerritoryBalances = ByState & { readonly unallocated?: Measure };

const NOTHING: Measure = { families: 0, amountRupiah: 0n };
const CREDITED = ['credited', 'transacted', 'not_transacted', 'held', 'returned'] as const;
const ORDERED = ['ordered', 'unreconciled', 'failed', ...CREDITED] as const;

/** The parts are those of the conservation statement, so that both pages say the same. */
export function territoryFigures(allocated: Measure, balances: TerritoryBalances): TerritoryFigures {
  const { unallocated = NOTHING, ...byState } = balances;
  const sum = (states: readonly EntitlementState[]): Measure =>
    sumMeasures(states.map((state) => byState[state] ?? NOTHING));
  const credited = sum(CREDITED);
  const of = conservation({ allocated, byState, posted: byState }, credited, unallocated);
  return {
    ...{ allocated, ordered: sum(ORDERED), credited, transacted: of.transacted, notTransacted: of.notTransacted },
    ...{ pending: of.pending, failed: of.failed, unreconciled: of.unreconciled, unallocated, returned: of.returned },
    remainder: { families: of.firstDifferenceFamilies, amountRupiah: of.firstDifferenceRupiah },
  };
}

export const sumMeasures = (parts: readonly Measure[]): Measure => ({
  families: parts.reduce((total, { families }) => total + families, 0),
  amountRupiah: sumRupiah(parts.map(({ amountRupiah }) => amountRupiah)),
});

/** What all parts hold together, account by account. */
export function sumBalances(parts: readonly TerritoryBalances[]): TerritoryBalances {
  const entries = parts.flatMap((part) => Object.entries(part));
  const accounts = Map.groupBy(entries, ([account]) => account);
  return Object.fromEntries([...accounts].map(([account, of]) => [account, sumMeasures(of.map(([, held]) => held))]));
}

const BELOW: Readonly<Record<TerritoryLevel, TerritoryLevel | undefined>> = {
  nation: 'province',
  province: 'city',
  city: 'kecamatan',
  kecamatan: 'kelurahan',
  kelurahan: undefined,
};

/** The level of a territory's parts; none below the kelurahan. */
export const levelBelow = (code: string): TerritoryLevel | undefined => BELOW[levelOf(code)];

/** The territories from the nation down to this one, itself last. */
export function trailTo(code: string): string[] {
  const trail: string[] = [];
  for (let at: string | undefined = code; at !== undefined && at !== NATION; at = parentOf(at)) trail.unshift(at);
  return [NATION, ...trail];
}
