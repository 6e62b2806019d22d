import type { IsoDate } from '../calendar/working-days.js';
import { DomainError } from '../shared/domain-error.js';
import type { PolicyParameter } from './policy.js';
import { policyValue } from './policy-value.js';

/** A value that a rule is to have from a day on, with the paper that says so. */
export interface PolicyChange {
  readonly key: string;
  readonly value: string | number;
  readonly effectiveFrom: IsoDate;
  readonly source: string;
  readonly verified: boolean;
}

/**
 * What is proposed, as it would be kept. A rule gets another value from today on at the earliest; a value that stands may be
 * corrected under its own day. Throws POLICY_UNKNOWN, POLICY_VALUE, POLICY_DATE, POLICY_SAME.
 */
export function demandPolicyChange(
  parameters: readonly PolicyParameter[],
  proposed: Omit<PolicyChange, 'value'> & { readonly value: string },
  today: IsoDate,
): PolicyChange {
  const values = parameters.filter(({ key }) => key === proposed.key);
  if (values.length === 0) throw new DomainError('POLICY_UNKNOWN', 'no such rule', { key: proposed.key });
  const change = { ...proposed, value: policyValue(proposed.key, proposed.value) };
  const standing = values.find(({ effectiveFrom }) => effectiveFrom === change.effectiveFrom);
  if (standing === undefined && change.effectiveFrom < today) {
    throw new DomainError('POLICY_DATE', 'a new value begins today at the earliest', {
      key: change.key,
      field: 'effectiveFrom',
    });
  }
  const { value, source, verified } = change;
  const isSame = standing?.value === value && standing.source === source && standing.verified === verified;
  if (isSame) throw new DomainError('POLICY_SAME', 'the rule says so already', { key: change.key });
  return change;
}

/** The rules with a change in its place: one value for each key and day. What the rules do not know changes nothing. */
export function withPolicyChange(parameters: readonly PolicyParameter[], change: PolicyChange): PolicyParameter[] {
  const { key, value, effectiveFrom, source, verified } = change;
  const unit = parameters.find((parameter) => parameter.key === key)?.unit;
  if (unit === undefined) return [...parameters];
  const kept = { key, value, unit, effectiveFrom, source, verified };
  const at = parameters.findIndex((one) => one.key === key && one.effectiveFrom === effectiveFrom);
  return at === -1 ? [...parameters, kept] : parameters.with(at, kept);
}
