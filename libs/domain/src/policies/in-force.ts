import type { IsoDate } from '../calendar/working-days.js';
import type { PolicyParameter } from './policy.js';

/**
 * The one value of each key that holds on a day: the one that began last. A value that is yet to begin stands in where none has,
 * since a rule that a process asks for must say something.
 */
export function inForceOn(parameters: readonly PolicyParameter[], day: IsoDate): PolicyParameter[] {
  const dated = parameters
    .filter(({ effectiveTo }) => effectiveTo === undefined || effectiveTo >= day)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const values = new Map<string, PolicyParameter>();
  for (const parameter of dated) {
    if (parameter.effectiveFrom <= day || !values.has(parameter.key)) values.set(parameter.key, parameter);
  }
  return [...values.values()];
}
