import type { IsoDate } from '../calendar/working-days.js';
import { DomainError } from '../shared/domain-error.js';

/** One rule as data: its value, what it is measured in, when it holds, where it comes from, whether that was seen. */
export interface PolicyParameter {
  readonly key: string;
  readonly value: string | number;
  readonly unit: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
  readonly source: string;
  readonly verified: boolean;
}

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

/** The parameters that a period pinned when it started; a later version never changes a running period. */
export class Policy {
  private readonly values: ReadonlyMap<string, string | number>;

  /** As they hold on a day. */
  static on(day: IsoDate, parameters: readonly PolicyParameter[]): Policy {
    return new Policy(inForceOn(parameters, day));
  }

  constructor(parameters: readonly PolicyParameter[]) {
    this.values = new Map(parameters.map(({ key, value }) => [key, value]));
  }

  /** A whole number such as days or months. Throws POLICY_MISSING. */
  count(key: string): number {
    const value = Number(this.value(key));
    if (!Number.isInteger(value))
      throw new DomainError('POLICY_MISSING', 'policy value is not a whole number', { key });
    return value;
  }

  /** The same, or undefined where the policy was pinned before it had such a value. */
  countIf(key: string): number | undefined {
    return this.values.has(key) ? this.count(key) : undefined;
  }

  rupiah(key: string): bigint {
    return BigInt(this.count(key));
  }

  text(key: string): string {
    return `${this.value(key)}`;
  }

  /** What all keys of a beginning say, in the order of the policy. */
  under(prefix: string): readonly (readonly [key: string, value: string])[] {
    return [...this.values].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key, `${value}`]);
  }

  private value(key: string): string | number {
    const value = this.values.get(key);
    if (value === undefined) throw new DomainError('POLICY_MISSING', 'the pinned policy has no such value', { key });
    return value;
  }
}
