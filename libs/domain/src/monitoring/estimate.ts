import { type Confidence, quantileOf } from './sample-size.js';

/** What the families of one stratum that gave an answer said to one question. */
export interface Answered {
  readonly code: string;
  readonly population: number;
  readonly answered: number;
  readonly yes: number;
}

/** A proportion of all families that were credited, and the interval in which it lies with the stated confidence; parts of one. */
export interface Estimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The stratified estimate p = Σ W·p_h with W = N_h / N (Cochran 1977, 5.1 and 5.3) and the estimate of its variance with finite
 * population correction Σ W² (1 − n_h/N_h) p_h(1 − p_h) / (n_h − 1) (5.53). The interval is Wilson's (1927) with the effective sample
 * size p(1 − p) / variance, because p ± z·se covers too seldom near 0 and 1 (Brown, Cai, DasGupta 2001; effective size as in
 * Korn and Graubard 1998, who also make it smaller for the freedom that estimating the variance took: (z / t)²). A stratum with one answer takes the variance of all. Undefined while a stratum is silent: nothing is
 * filled in for families that did not answer.
 */
export function estimateShare(strata: readonly Answered[], confidence: Confidence): Estimate | undefined {
  if (strata.length === 0 || strata.some(({ answered }) => answered === 0)) return undefined;
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const over = (termOf: (stratum: Answered, weight: number) => number): number =>
    strata.reduce((sum, stratum) => sum + termOf(stratum, stratum.population / population), 0);
  const share = Math.min(
    1,
    over(({ yes, answered }, weight) => (weight * yes) / answered),
  );
  const left = ({ answered, population: families }: Answered): number => Math.max(0, 1 - answered / families);
  const perUnit = over((stratum, weight) => (weight ** 2 * left(stratum)) / stratum.answered);
  // Everybody was visited: nothing is estimated.
  if (perUnit === 0) return { share, low: share, high: share };
  const variance = over((stratum, weight) => weight ** 2 * left(stratum) * varianceIn(stratum, share));
  const size = variance > 0 ? (share * (1 - share)) / variance : 1 / perUnit;
  const freedom = Math.max(
    1,
    strata.reduce((sum, { answered }) => sum + answered - 1, 0),
  );
  return { share, ...wilson(share, size * shrinking(freedom, confidence), confidence) };
}

function varianceIn({ yes, answered }: Answered, share: number): number {
  if (answered === 1) return share * (1 - share);
  const part = yes / answered;
  return (part * (1 - part)) / (answered - 1);
}

/** (z / t)² with Student's t by the first terms of its Cornish and Fisher expansion (Abramowitz and Stegun 1964, 26.7.5). */
function shrinking(freedom: number, confidence: Confidence): number {
  const z = quantileOf(confidence);
  const first = (z ** 3 + z) / (4 * freedom);
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
  return (z / (z + first + second)) ** 2;
}

function wilson(share: number, size: number, confidence: Confidence): Pick<Estimate, 'low' | 'high'> {
  const square = quantileOf(confidence) ** 2;
  const middle = (share + square / (2 * size)) / (1 + square / size);
  const half =
    (quantileOf(confidence) / (1 + square / size)) * Math.sqrt((share * (1 - share)) / size + square / (4 * size ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
