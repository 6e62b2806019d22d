import fc from 'fast-check';
import { MANDATE_STATES } from '../mandates/mandate-life.js';
import { type CityQuota, familiesMoved, kindOfChange, limitsOf, whyNotMoved } from './quota-change.js';

const city = (more: Partial<CityQuota> = {}): CityQuota => ({
  ...{ quotaFamilies: 100, unallocatedFamilies: 100, isDecreed: false, isReporting: false },
  ...{ mandate: { state: 'accepted', leftFamilies: 100 }, ...more },
});

test.each([
  ['before its decree a city keeps one', city(), 99],
  ['what the decree left comes back whole', city({ isDecreed: true, unallocatedFamilies: 12 }), 12],
  ['what slices bind stays with them', city({ mandate: { state: 'accepted', leftFamilies: 30 } }), 30],
  ['of a refused mandate all comes back', city({ mandate: { state: 'refused', leftFamilies: 0 } }), 100],
  ['a city without a head keeps one', city({ mandate: undefined }), 99],
  ['a city that reports keeps all', city({ isDecreed: true, unallocatedFamilies: 12, isReporting: true }), 0],
])('%s', (_what, facts, recallable) => {
  expect(limitsOf(facts).recallable).toBe(recallable);
});

test.each([
  ['before the decree', city(), undefined],
  ['after it', city({ isDecreed: true }), 'QUOTA_DECREED'],
  ['while it reports', city({ isReporting: true }), 'QUOTA_REPORTED'],
  ['without its mandate', city({ mandate: { state: 'refused', leftFamilies: 0 } }), 'QUOTA_NO_MANDATE'],
  ['while it has no head to accept one', city({ mandate: undefined }), undefined],
])('more for a city %s', (_what, facts, why) => {
  expect(whyNotMoved(limitsOf(facts), 1)).toBe(why);
});

const facts = fc.record({
  quotaFamilies: fc.integer({ min: 1, max: 200 }),
  taken: fc.integer({ min: 0, max: 200 }),
  isDecreed: fc.boolean(),
  isReporting: fc.boolean(),
  mandate: fc.option(
    fc.record({ state: fc.constantFrom(...MANDATE_STATES), leftFamilies: fc.integer({ min: 0, max: 200 }) }),
    { nil: undefined },
  ),
});

test('no move that is allowed takes what a decree or a slice holds, or leaves a working city with nothing', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: -250, max: 250 }), ({ taken, ...rest }, delta) => {
      const known = { ...rest, unallocatedFamilies: Math.max(0, rest.quotaFamilies - taken) };
      fc.pre(delta !== 0 && whyNotMoved(limitsOf(known), delta) === undefined);
      expect(known.unallocatedFamilies + delta).toBeGreaterThanOrEqual(0);
      expect(known.quotaFamilies + delta).toBeGreaterThanOrEqual(
        known.mandate?.state === 'accepted' && !known.isDecreed ? 1 : 0,
      );
      if (known.mandate?.state === 'accepted') expect(known.mandate.leftFamilies + delta).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('what may come back can come back, and one more can not', () => {
  fc.assert(
    fc.property(facts, ({ taken, ...rest }) => {
      const limits = limitsOf({ ...rest, unallocatedFamilies: Math.max(0, rest.quotaFamilies - taken) });
      if (limits.recallable > 0) expect(whyNotMoved(limits, -limits.recallable)).toBeUndefined();
      expect(whyNotMoved(limits, -limits.recallable - 1)).toBeDefined();
    }),
  );
});

test('a change is named by what it does to the nation’s total', () => {
  expect([[5], [-5], [5, -5], [5, -3]].map(kindOfChange)).toEqual(['top_up', 'recall', 'transfer', 'amendment']);
  expect([[5], [-5], [5, -5], [5, -3]].map(familiesMoved)).toEqual([5, 5, 5, 5]);
});
