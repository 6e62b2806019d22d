/** Confidence levels that a spot check may be drawn with, in per cent. */
export const CONFIDENCES = [90, 95, 99] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const LEAST_MARGIN = 1;
export const MOST_MARGIN = 20;

/** How sure, and within how many points, an estimate is to be. */
export interface Precision {
  readonly confidence: Confidence;
  /** Half the width of the interval, in points. */
  readonly margin: number;
}

/** Two-sided quantiles of the standard normal distribution, as any table of it has them. */
const QUANTILES: Readonly<Record<Confidence, number>> = {
  90: 1.6448536269514722,
  95: 1.959963984540054,
  99: 2.5758293035489004,
};

export const quantileOf = (confidence: Confidence): number => QUANTILES[confidence];

/**
 * Families to visit so that the estimate of a proportion, whatever it turns out to be, is within the margin: Cochran,
 * Sampling Techniques, 3rd ed. 1977, 4.4: n0 = z² · ¼ / e², and with the finite population n = n0 / (1 + (n0 − 1) / N), rounded up.
 */
export function sampleSize(population: number, { confidence, margin }: Precision): number {
  const infinite = (quantileOf(confidence) ** 2 * 0.25) / (margin / 100) ** 2;
  return Math.min(population, Math.ceil(infinite / (1 + (infinite - 1) / population)));
}

/** The margin in points that so many visits reach: the same formula, read the other way. Nobody visited is all in the dark. */
export function marginOf(population: number, visits: number, confidence: Confidence): number {
  if (visits >= population) return 0;
  if (visits < 1) return 100;
  const left = (population - visits) / ((population - 1) * visits);
  return 100 * quantileOf(confidence) * Math.sqrt(0.25 * left);
}
