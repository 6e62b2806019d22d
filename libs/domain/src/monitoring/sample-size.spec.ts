import fc from 'fast-check';
import { CONFIDENCES, marginOf, sampleSize } from './sample-size.js';

test.each([
  // Published: Cochran 1977, 4.4 and the tables of Krejcie and Morgan 1970, of Israel 1992.
  [1_000_000, 95, 5, 384],
  [10_000, 95, 5, 370],
  [1_000, 95, 5, 278],
  [500, 95, 5, 218],
  [1_000, 95, 10, 88],
  [100_000, 95, 3, 1_056],
  [100_000, 99, 5, 660],
  [2_000, 90, 5, 239],
] as const)(
  'of %i families, %i %% sure and within %i points, %i are visited',
  (population, confidence, margin, size) => {
    expect(sampleSize(population, { confidence, margin })).toBe(size);
  },
);

const confidence = fc.constantFrom(...CONFIDENCES);

test('a sample is no larger than its families, reaches its margin, and one family fewer does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 2_000_000 }),
      confidence,
      fc.integer({ min: 1, max: 20 }),
      (families, sure, margin) => {
        const size = sampleSize(families, { confidence: sure, margin });
        expect(size).toBeLessThanOrEqual(families);
        expect(marginOf(families, size, sure)).toBeLessThanOrEqual(margin + 1e-9);
        if (size > 1) expect(marginOf(families, size - 1, sure)).toBeGreaterThan(margin - 1e-9);
      },
    ),
  );
});

test('whoever visits everybody knows; whoever visits nobody knows nothing', () => {
  expect(marginOf(40, 40, 95)).toBe(0);
  expect(marginOf(40, 0, 95)).toBe(100);
  expect(sampleSize(1, { confidence: 99, margin: 1 })).toBe(1);
});
