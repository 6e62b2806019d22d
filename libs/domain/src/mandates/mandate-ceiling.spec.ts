import fc from 'fast-check';
import type { Measure } from '../money/conservation.js';
import { boundBy, fits, leftOf, minus, NOTHING, plus, type Slice } from './mandate-ceiling.js';
import { MANDATE_STATES } from './mandate-life.js';

const measure = (families: number, amountRupiah = BigInt(families) * 400_000n): Measure => ({ families, amountRupiah });
const anyMeasure = fc.nat({ max: 1_000_000 }).map((families) => measure(families));

const slice = (state: Slice['state'], ceiling: number, used = 0): Slice => ({
  state,
  ceiling: measure(ceiling),
  used: measure(used),
});

test('what a slice used counts at the parent once, not as bound as well', () => {
  expect(leftOf({ ceiling: measure(100), used: measure(30) }, [slice('accepted', 40, 30)])).toEqual(measure(60));
});

test.each(['granted', 'accepted', 'suspended'] as const)('a slice that is %s binds its part', (state) => {
  expect(boundBy([slice(state, 40, 10)])).toEqual(measure(30));
});

test.each(['revoked', 'expired', 'returned', 'refused'] as const)('a slice that is %s binds nothing', (state) => {
  expect(boundBy([slice(state, 40, 10)])).toEqual(NOTHING);
});

test('more families for the same money, or the other way round, does not fit', () => {
  expect(fits(measure(3, 100n), measure(2, 100n))).toBe(false);
  expect(fits(measure(2, 101n), measure(2, 100n))).toBe(false);
  expect(fits(measure(2, 100n), measure(2, 100n))).toBe(true);
});

test('giving part of what is left never leaves less than nothing, and ending it gives all of it back', () => {
  fc.assert(
    fc.property(anyMeasure, fc.nat({ max: 100 }), fc.constantFrom(...MANDATE_STATES), (ceiling, percent, state) => {
      const part = measure(Math.floor((ceiling.families * percent) / 100));
      const given = { state, ceiling: part, used: NOTHING };
      const left = leftOf({ ceiling, used: NOTHING }, [given]);
      expect(fits(NOTHING, left)).toBe(true);
      expect(plus(left, boundBy([given]))).toEqual(ceiling);
      expect(leftOf({ ceiling, used: NOTHING }, [{ ...given, state: 'revoked' }])).toEqual(ceiling);
    }),
  );
});

test('adding and taking away are each other’s opposite', () => {
  fc.assert(
    fc.property(anyMeasure, anyMeasure, (a, b) => {
      expect(minus(plus(a, b), b)).toEqual(a);
    }),
  );
});
