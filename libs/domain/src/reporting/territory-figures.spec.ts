import fc from 'fast-check';
import type { Measure } from '../money/conservation.js';
import { ENTITLEMENT_STATES } from '../money/entitlement-state.js';
import { levelBelow, trailTo, type TerritoryBalances, territoryFigures } from './territory-figures.js';

const measure: fc.Arbitrary<Measure> = fc
  .nat({ max: 1_000_000 })
  .map((families) => ({ families, amountRupiah: BigInt(families) * 400_000n }));
// What was reissued holds no money: its account is empty.
const balances: fc.Arbitrary<TerritoryBalances> = fc.record(
  {
    ...Object.fromEntries(ENTITLEMENT_STATES.filter((state) => state !== 'reissued').map((state) => [state, measure])),
    unallocated: measure,
  },
  { requiredKeys: [] },
);
const total = (parts: readonly Measure[]): Measure => ({
  families: parts.reduce((sum, { families }) => sum + families, 0),
  amountRupiah: parts.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0n),
});

test('the six parts and the remainder are what was allocated, whatever the ledger says', () => {
  fc.assert(
    fc.property(measure, balances, (allocated, held) => {
      const { transacted, notTransacted, pending, failed, unreconciled, unallocated, remainder } = territoryFigures(
        allocated,
        held,
      );
      expect(total([transacted, notTransacted, pending, failed, unreconciled, unallocated, remainder])).toEqual(
        allocated,
      );
    }),
  );
});

test('nothing remains where the ledger holds what was allocated; who transacted was credited, and who was credited ordered', () => {
  fc.assert(
    fc.property(balances, (held) => {
      const figures = territoryFigures(total(Object.values(held)), held);
      expect(figures.remainder).toEqual({ families: 0, amountRupiah: 0n });
      const [transacted, credited, ordered, allocated] = [
        figures.transacted.families + figures.returned.families,
        figures.credited.families,
        figures.ordered.families,
        figures.allocated.families,
      ];
      expect(transacted <= credited && credited <= ordered && ordered <= allocated).toBe(true);
    }),
  );
});

test('a territory lies below all above it, and has parts of one level', () => {
  expect(trailTo('ID')).toEqual(['ID']);
  expect(trailTo('32.75.02.1001')).toEqual(['ID', '32', '32.75', '32.75.02', '32.75.02.1001']);
  expect(trailTo('32.75.02.1001').map(levelBelow)).toEqual(['province', 'city', 'kecamatan', 'kelurahan', undefined]);
});
