/** One figure of a run. `ratio` is value over limit for times and limit over value for rates: at most 1 is kept. */
export interface BenchRow {
  readonly suite: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly ratio: number;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A figure that must stay below its limit. */
export const atMost = (suite: string, metric: string, value: number, unit: string, limit: number): BenchRow => ({
  suite,
  metric,
  value: round(value),
  unit,
  limit: round(limit),
  ratio: round(value / limit),
});

/** A figure that must stay above its limit. */
export const atLeast = (suite: string, metric: string, value: number, unit: string, limit: number): BenchRow => ({
  suite,
  metric,
  value: round(value),
  unit,
  limit: round(limit),
  ratio: round(limit / value),
});

export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle one: a moment in which the machine was elsewhere moves it little. */
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
