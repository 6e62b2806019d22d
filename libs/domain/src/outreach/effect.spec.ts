import fc from 'fast-check';
import { isComparable, type KelurahanUse, LEAST_KELURAHAN, outreachEffect } from './effect.js';
import { studentsT } from './students-t.js';

/** A coverage counted in so many is itself half a point uncertain; longer runs are in the decision record. */
const DRAWS = 2_100;

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

interface World {
  readonly treated: number;
  readonly others: number;
  readonly families: readonly [least: number, most: number];
  /** Shares before lie between these. */
  readonly shares: readonly [low: number, high: number];
  /** How much a kelurahan's own share wanders between periods, as a standard deviation; of those with a session, as a multiple. */
  readonly wander: number;
  readonly treatedTimes?: number;
  readonly effect: number;
}

function draw({ treated, others, families, shares, wander, treatedTimes = 1, effect }: World, lot: () => number) {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - lot())) * Math.cos(2 * Math.PI * lot());
  const between = ([low, high]: readonly [number, number]): number => low + (high - low) * lot();
  const answers = (size: number, share: number): number => {
    const spread = Math.sqrt(size * share * (1 - share));
    // Families one by one where they are few, and by the normal approximation where they are many.
    if (size > 60) return Math.min(size, Math.max(0, Math.round(size * share + spread * normal())));
    return Array.from({ length: size }, lot).filter((one) => one < share).length;
  };
  const trend = -0.02;
  const kelurahan = (at: number, shift: number, times: number): KelurahanUse => {
    const size = Math.round(between(families));
    const share = between(shares);
    const later = Math.min(1, Math.max(0, share + trend + shift + times * wander * normal()));
    return {
      code: `32.75.01.1${String(at).padStart(3, '0')}`,
      before: { families: size, unused: answers(size, share) },
      after: { families: size, unused: answers(size, later) },
    };
  };
  return [
    Array.from({ length: treated }, (_, at) => kelurahan(at, effect, treatedTimes)),
    Array.from({ length: others }, (_, at) => kelurahan(500 + at, 0, 1)),
  ] as const;
}

/** In how many of the draws with an answer the interval holds the true effect, in per cent. */
function coverageOf(world: World, seed = 11): number {
  const lot = lots(seed);
  let [answered, held] = [0, 0];
  for (let at = 0; at < DRAWS; at += 1) {
    const found = outreachEffect(...draw(world, lot));
    if (found.code !== null) continue;
    answered += 1;
    if (found.adjusted.low <= world.effect && world.effect <= found.adjusted.high) held += 1;
  }
  expect(answered).toBeGreaterThanOrEqual(2_000);
  return (100 * held) / answered;
}

const CITY: World = { treated: 12, others: 24, families: [300, 590], shares: [0.1, 0.2], wander: 0.02, effect: -0.04 };

test.each([
  ['a city like Bekasi', CITY],
  ['five against forty', { ...CITY, treated: 5, others: 40 }],
  ['sessions work here better than there', { ...CITY, treatedTimes: 3 }],
  ['nearly everybody transacts', { ...CITY, shares: [0.08, 0.12], wander: 0.01 }],
] satisfies [string, World][])('the 95 %% interval holds the true effect in 94 to 96 of 100 draws: %s', (_, world) => {
  const coverage = coverageOf(world);
  expect(coverage).toBeGreaterThanOrEqual(94);
  expect(coverage).toBeLessThanOrEqual(96);
});

test.each([
  ['five on each side, the fewest that are answered', { ...CITY, treated: 5, others: 5 }],
  ['few and small', { ...CITY, treated: 6, others: 9, families: [30, 50], shares: [0.2, 0.3] }],
] satisfies [string, World][])('with few the interval is rather too wide than too narrow: %s', (_, world) => {
  const coverage = coverageOf(world);
  expect(coverage).toBeGreaterThanOrEqual(94);
  expect(coverage).toBeLessThanOrEqual(98);
});

test('where sessions go to the highest shares, what falls by itself is not taken for their effect', () => {
  const lot = lots(5);
  let [adjusted, plain] = [0, 0];
  for (let at = 0; at < DRAWS; at += 1) {
    const [, city] = draw({ ...CITY, treated: 0, others: 36, effect: 0 }, lot);
    const chosenBy = new Map(city.map((one) => [one, one.before.unused / one.before.families + 0.08 * lot()]));
    const ranked = city.toSorted((one, other) => (chosenBy.get(other) ?? 0) - (chosenBy.get(one) ?? 0));
    const found = outreachEffect(ranked.slice(0, 12), ranked.slice(12));
    if (found.code !== null) throw new Error('there was an answer');
    if (found.adjusted.low <= 0 && found.adjusted.high >= 0) adjusted += 1;
    if (found.plain.low <= 0 && found.plain.high >= 0) plain += 1;
  }
  expect(adjusted / DRAWS).toBeGreaterThanOrEqual(0.94);
  expect(adjusted / DRAWS).toBeLessThanOrEqual(0.96);
  expect(plain / DRAWS).toBeLessThan(0.9);
});

test.each([
  // As tables of the distribution print it.
  [1, 95, 12.7062],
  [2, 95, 4.30265],
  [3, 95, 3.18245],
  [10, 95, 2.22814],
  [30, 95, 2.04227],
  [120, 95, 1.97993],
  [5, 99, 4.03214],
  [8, 90, 1.85955],
])('t of %i degrees for %i %% is %d', (freedom, confidence, expected) => {
  expect(studentsT(freedom, confidence)).toBeCloseTo(expected, 4);
});

const use = (at: number, before: number, after: number, families = 100): KelurahanUse => ({
  code: `32.75.01.1${String(at).padStart(3, '0')}`,
  before: { families, unused: before },
  after: { families, unused: after },
});

test('what is computed by hand: means of changes, Welch’s error, Satterthwaite’s freedom', () => {
  // Changes −.06, −.04, −.05, −.05, −.05 and −.01, .01, 0, 0, 0: means −.05 and 0; each s² = .00005, each s² / 5 = .00001.
  const treated = [14, 16, 15, 15, 15].map((after, at) => use(at, 20, after));
  const others = [19, 21, 20, 20, 20].map((after, at) => use(10 + at, 20, after));
  const found = outreachEffect(treated, others);
  if (found.code !== null) throw new Error('there was an answer');
  // ν = (2 · .00001)² / (2 · .00001² / 4) = 8; t = 2.30600; half = 2.30600 · √.00002 = .010313
  expect(found).toMatchObject({ treatedAlone: 0, othersAlone: 0 });
  expect(found.plain.freedom).toBeCloseTo(8, 9);
  expect(found.plain.effect).toBeCloseTo(-0.05, 12);
  expect(found.plain.low).toBeCloseTo(-0.060313, 6);
  expect(found.plain.high).toBeCloseTo(-0.039687, 6);
  // All had the same share before: there is nothing to adjust for.
  expect(found.adjusted).toEqual(found.plain);
  expect(found.treated).toMatchObject({ kelurahan: 5, familiesBefore: 500, familiesAfter: 500, shareBefore: 0.2 });
  expect(found.treated.shareAfter).toBeCloseTo(0.15, 12);
});

test('what is computed by hand: the line through the others, and what it adds to the error', () => {
  // Changes of the others are .03 − .2 · before + (.01, −.02, .02, −.02, .01), which are orthogonal to it: s²₂ = .0014 / 3.
  const others = [
    ...[use(11, 100, 120, 1_000), use(12, 125, 110, 1_000), use(13, 150, 170, 1_000)],
    ...[use(14, 175, 150, 1_000), use(15, 200, 200, 1_000)],
  ];
  // Before .175 each, for which the line expects −.005; their mean change is −.055, s²₁ = .00005.
  const treated = [110, 130, 120, 120, 120].map((after, at) => use(at, 175, after, 1_000));
  const found = outreachEffect(treated, others);
  if (found.code !== null) throw new Error('there was an answer');
  // Variance = .00005 / 5 + .0014 / 3 · (1/5 + .025² / .00625) = .00001 + .00014; ν = 3.43075, t = 2.96792.
  expect(found.adjusted.effect).toBeCloseTo(-0.05, 12);
  expect(found.adjusted.freedom).toBeCloseTo(3.43075, 4);
  expect(found.adjusted.high - found.adjusted.effect).toBeCloseTo(0.036349, 5);
  expect(found.plain.effect).toBeCloseTo(-0.055, 12);
});

test('with too few there is no number but how many are missing; who is not comparable is counted apart', () => {
  const treated = [use(1, 20, 14), use(2, 20, 16), use(3, 20, 15), use(4, 60, 15)];
  const others = [use(11, 20, 19), use(12, 21, 19), use(13, 20, 18, 300)];
  const found = outreachEffect(treated, others);
  expect(found).toMatchObject({ code: 'OUTREACH_TOO_FEW', missingTreated: 2, missingOthers: 3 });
  expect(found).toMatchObject({ treatedAlone: 1, othersAlone: 1, treated: { kelurahan: 3 } });
  expect(found).not.toHaveProperty('adjusted');
  expect(found).not.toHaveProperty('plain');
  expect(outreachEffect([], [])).toMatchObject({
    ...{ code: 'OUTREACH_TOO_FEW', missingTreated: LEAST_KELURAHAN, missingOthers: LEAST_KELURAHAN },
  });
});

test('where every kelurahan changed by the same there is no interval to be sure of', () => {
  const five = [1, 2, 3, 4, 5];
  const found = outreachEffect(
    five.map((at) => use(at, 20, 15)),
    five.map((at) => use(10 + at, 20, 20)),
  );
  expect(found).toMatchObject({ code: 'OUTREACH_NO_SPREAD' });
});

test('comparable is the same city and kind, a size within twice, and a share within ten points', () => {
  const one = use(1, 20, 20);
  expect(isComparable(one, use(2, 30, 10))).toBe(true);
  expect(isComparable(one, use(2, 31, 10))).toBe(false);
  expect(isComparable(one, use(2, 40, 10, 200))).toBe(true);
  expect(isComparable(one, use(2, 40, 10, 201))).toBe(false);
  expect(isComparable(one, { ...use(2, 20, 20), code: '32.75.01.2002' })).toBe(false);
  expect(isComparable(one, { ...use(2, 20, 20), code: '32.16.01.1002' })).toBe(false);
});

const kelurahan = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .chain(([at, size, later]) =>
    fc.record({
      code: fc.constant(`32.75.01.1${String(at).padStart(3, '0')}`),
      before: fc.record({ families: fc.constant(size), unused: fc.integer({ min: 0, max: size }) }),
      after: fc.record({ families: fc.constant(later), unused: fc.integer({ min: 0, max: later }) }),
    }),
  );

test('whatever there is, nobody is lost, the order changes nothing, and a number has its interval', () => {
  fc.assert(
    fc.property(fc.array(kelurahan, { maxLength: 12 }), fc.array(kelurahan, { maxLength: 12 }), (treated, others) => {
      const found = outreachEffect(treated, others);
      expect(found.treated.kelurahan + found.treatedAlone).toBe(treated.length);
      expect(found.others.kelurahan + found.othersAlone).toBe(others.length);
      const again = outreachEffect(treated.toReversed(), others.toReversed());
      expect(again.code).toBe(found.code);
      if (found.code !== null || again.code !== null) return;
      expect(again.adjusted.effect).toBeCloseTo(found.adjusted.effect, 9);
      expect(found.adjusted.low).toBeLessThan(found.adjusted.effect);
      expect(found.adjusted.high).toBeGreaterThan(found.adjusted.effect);
      expect(Math.abs(found.adjusted.effect)).toBeLessThanOrEqual(2);
      expect(Math.min(found.treated.kelurahan, found.others.kelurahan)).toBeGreaterThanOrEqual(LEAST_KELURAHAN);
    }),
  );
});
