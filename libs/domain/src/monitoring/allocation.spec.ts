import fc from 'fast-check';
import { allocate, allocateAs, type Stratum } from './allocation.js';

const strata = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({ code: fc.constant(`32.75.${code}`), population: fc.integer({ min: 1, max: 5_000 }) }),
      ),
    ),
  );
const sumOf = (all: readonly Stratum[]): number => all.reduce((sum, { population }) => sum + population, 0);

test('shares are in proportion, two at the least, and never more than there are', () => {
  fc.assert(
    fc.property(strata, fc.double({ min: 0.001, max: 1, noNaN: true }), (made, part) => {
      const population = sumOf(made);
      const sample = Math.max(1, Math.floor(part * population));
      const shares = allocate(made, sample);
      expect(shares.reduce((sum, share) => sum + share.sample, 0)).toBeGreaterThanOrEqual(sample);
      for (const share of shares) {
        const exact = (sample * share.population) / population;
        expect(share.sample).toBeLessThanOrEqual(Math.min(share.population, Math.max(2, Math.floor(exact) + 1)));
        expect(share.sample).toBeGreaterThanOrEqual(Math.min(share.population, 2, Math.max(2, Math.floor(exact))));
      }
    }),
  );
});

test('the order of the strata changes nothing', () => {
  fc.assert(
    fc.property(strata, fc.integer({ min: 1, max: 400 }), (made, wanted) => {
      const sample = Math.min(wanted, sumOf(made));
      const byCode = (all: ReturnType<typeof allocate>) => new Map(all.map((share) => [share.code, share.sample]));
      expect(byCode(allocate(made.toReversed(), sample))).toEqual(byCode(allocate(made, sample)));
    }),
  );
});

test('the largest remainders have what is left over', () => {
  const made = [
    { code: 'a', population: 470 },
    { code: 'b', population: 330 },
    { code: 'c', population: 200 },
  ];
  // 4.7, 3.3 and 2.0 of ten.
  expect(allocate(made, 10).map(({ sample }) => sample)).toEqual([5, 3, 2]);
});

const refusalOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('a chosen share replaces the proportional one, and is refused where the stratum has not that many', () => {
  const shares = allocate(
    [
      { code: 'a', population: 50 },
      { code: 'b', population: 7 },
    ],
    12,
  );
  expect(allocateAs(shares, { b: 7 }).map(({ sample }) => sample)).toEqual([11, 7]);
  expect(refusalOf(() => allocateAs(shares, { b: 8 }))).toMatchObject({
    ...{ code: 'SPOT_CHECK_STRATUM_SIZE', details: { place: 'b', sample: 8, most: 7 } },
  });
  expect(refusalOf(() => allocateAs(shares, { a: 1 }))).toMatchObject({ code: 'SPOT_CHECK_STRATUM_SIZE' });
  expect(refusalOf(() => allocateAs(shares, { z: 2 }))).toMatchObject({ code: 'SPOT_CHECK_STRATUM_UNKNOWN' });
});
