import { allocate } from './allocation.js';
import { type Answered, estimateShare } from './estimate.js';

/** Ten times the 2,000 that are demanded: a coverage counted in 2,000 is itself half a point uncertain. */
const DRAWS = 20_000;

/** Mulberry32: the same seed is the same sequence on every machine. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Place {
  readonly population: number;
  /** Families of it that would say yes. */
  readonly yes: number;
}

/** How many of those visited say yes, by lot: the hypergeometric distribution of a sample without replacement, by its cumulated odds. */
function visiting({ population, yes }: Place, visited: number): (lot: number) => number {
  const least = Math.max(0, visited - (population - yes));
  const most = Math.min(visited, yes);
  const odds = [1];
  for (let found = least; found < most; found += 1) {
    const ratio = ((yes - found) * (visited - found)) / ((found + 1) * (population - yes - visited + found + 1));
    odds.push((odds.at(-1) ?? 0) * ratio);
  }
  const total = odds.reduce((sum, one) => sum + one, 0);
  return (lot) => {
    let left = lot * total;
    const at = odds.findIndex((one) => (left -= one) < 0);
    return least + (at === -1 ? odds.length - 1 : at);
  };
}

/** In how many of the draws the interval holds the true share, in per cent. */
function coverageOf(city: readonly Place[], sample: number, seed: number): number {
  const lot = lots(seed);
  const shares = allocate(
    city.map(({ population }, at) => ({ code: String(at), population })),
    sample,
  );
  const strata = city.map((place, at) => {
    const { code, population, sample: answered } = shares[at] ?? { code: '', population: 0, sample: 0 };
    return { code, population, answered, foundBy: visiting(place, answered) };
  });
  const truth = city.reduce((sum, { yes }) => sum + yes, 0) / city.reduce((sum, place) => sum + place.population, 0);
  let held = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const answers = strata.map(({ foundBy, ...stratum }): Answered => ({ ...stratum, yes: foundBy(lot()) }));
    const estimate = estimateShare(answers, 95);
    if (estimate !== undefined && estimate.low <= truth && truth <= estimate.high) held += 1;
  }
  return (100 * held) / DRAWS;
}

const places = (populations: readonly number[], shares: readonly number[]): Place[] =>
  populations.map((population, at) => ({ population, yes: Math.round(population * (shares[at] ?? 0)) }));

const FIVE = [1_200, 900, 700, 500, 300];
const TWELVE = [120, 300, 40, 600, 800, 90, 10, 400, 350, 220, 510, 60];

test.each([
  ['half of everybody', places(FIVE, [0.5, 0.5, 0.5, 0.5, 0.5]), 348],
  ['districts that differ', places(FIVE, [0.8, 0.7, 0.6, 0.5, 0.4]), 348],
  ['nearly all', places(FIVE, [0.95, 0.9, 0.9, 0.85, 0.8]), 348],
  ['few', places(FIVE, [0.05, 0.04, 0.06, 0.05, 0.05]), 348],
  ['districts that differ utterly', places([1_000, 1_000, 1_000], [0.95, 0.5, 0.1]), 300],
  [
    'twelve districts of very unequal size',
    places(TWELVE, [0.3, 0.2, 0.1, 0.3, 0.25, 0.4, 0.5, 0.2, 0.3, 0.2, 0.1, 0.6]),
    200,
  ],
  ['few, in twelve districts', places(TWELVE, [0.03, 0.04, 0.05, 0.03, 0.03, 0.05, 0, 0.05, 0.05, 0.03, 0.04, 0]), 200],
])('the 95 %% interval holds the truth in 94 to 96 of 100 draws: %s', (_, city, sample) => {
  const coverage = coverageOf(city, sample, 7);
  expect(coverage).toBeGreaterThanOrEqual(94);
  expect(coverage).toBeLessThanOrEqual(96);
});

test.each([
  ['two thirds of a small city visited', places([60, 50, 40], [0.7, 0.6, 0.8]), 100],
  ['two in a hundred', places(FIVE, [0.02, 0.02, 0.02, 0.02, 0.02]), 348],
])('where an estimate has few values to take, the interval misses by less than two points: %s', (_, city, sample) => {
  const coverage = coverageOf(city, sample, 7);
  expect(coverage).toBeGreaterThanOrEqual(93);
  expect(coverage).toBeLessThanOrEqual(97);
});

test('what a textbook computes by hand: two strata, weights, finite populations', () => {
  const estimate = estimateShare(
    [
      { code: 'a', population: 600, answered: 30, yes: 24 },
      { code: 'b', population: 400, answered: 20, yes: 10 },
    ],
    95,
  );
  // p = .6 · .8 + .4 · .5; variance = .36 · .95 · .16 / 29 + .16 · .95 · .25 / 19 = .003887;
  // size = .2176 / .003887 · (1.95996 / 2.01061)² = 53.20, t of 48 degrees of freedom
  expect(estimate?.share).toBeCloseTo(0.68, 10);
  expect(estimate?.low).toBeCloseTo(0.5462, 3);
  expect(estimate?.high).toBeCloseTo(0.7895, 3);
});

test('whoever visits everybody has no interval; while a district is silent there is no estimate', () => {
  const all = { code: 'a', population: 9, answered: 9, yes: 6 };
  expect(estimateShare([all], 95)).toEqual({ share: 6 / 9, low: 6 / 9, high: 6 / 9 });
  expect(estimateShare([all, { code: 'b', population: 5, answered: 0, yes: 0 }], 95)).toBeUndefined();
  expect(estimateShare([], 95)).toBeUndefined();
});

test('no yes at all still leaves room for some; a single answer is not sure of itself', () => {
  const none = estimateShare([{ code: 'a', population: 5_000, answered: 60, yes: 0 }], 95);
  expect(none?.low).toBeCloseTo(0, 12);
  expect(none?.high).toBeGreaterThan(0.04);
  const one = estimateShare([{ code: 'a', population: 5_000, answered: 1, yes: 1 }], 95);
  expect(one?.low).toBeLessThan(0.3);
});
