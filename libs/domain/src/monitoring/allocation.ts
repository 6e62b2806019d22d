import { DomainError } from '../shared/domain-error.js';

/** A part of the city, with the families in it that were credited. */
export interface Stratum {
  readonly code: string;
  readonly population: number;
}

export interface Allocated extends Stratum {
  /** Families of it to visit. */
  readonly sample: number;
}

/** From fewer than two families of a stratum nothing follows about how they differ. */
const LEAST = 2;

/**
 * Shares a sample out in proportion to the strata's families by largest remainder; equal remainders go by code, so that the
 * same strata always have the same shares. Each has at least two, or all of its families: the sum may be larger for that.
 */
export function allocate(strata: readonly Stratum[], sample: number): Allocated[] {
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const shares = strata.map((stratum) => {
    const exact = (sample * stratum.population) / population;
    return { ...stratum, whole: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  const rest = sample - shares.reduce((sum, { whole }) => sum + whole, 0);
  const next = new Set(
    shares
      .toSorted((one, other) => other.remainder - one.remainder || one.code.localeCompare(other.code))
      .slice(0, rest)
      .map(({ code }) => code),
  );
  return shares.map(({ code, population: families, whole }) => ({
    ...{ code, population: families },
    sample: Math.min(families, Math.max(LEAST, whole + (next.has(code) ? 1 : 0))),
  }));
}

/**
 * Shares that somebody chose in place of the proportional ones. Throws SPOT_CHECK_STRATUM_SIZE for more families than a
 * stratum has, or fewer than two of one that has more, and SPOT_CHECK_STRATUM_UNKNOWN for a place that is no stratum.
 */
export function allocateAs(allocated: readonly Allocated[], chosen: Readonly<Record<string, number>>): Allocated[] {
  const unknown = Object.keys(chosen).find((code) => !allocated.some((stratum) => stratum.code === code));
  if (unknown !== undefined) {
    throw new DomainError('SPOT_CHECK_STRATUM_UNKNOWN', 'no credited families there', { place: unknown });
  }
  return allocated.map((stratum) => {
    const sample = chosen[stratum.code] ?? stratum.sample;
    const least = Math.min(LEAST, stratum.population);
    if (sample > stratum.population || sample < least) {
      throw new DomainError('SPOT_CHECK_STRATUM_SIZE', 'a stratum has not that many families', {
        ...{ place: stratum.code, sample, least, most: stratum.population },
      });
    }
    return { ...stratum, sample };
  });
}
