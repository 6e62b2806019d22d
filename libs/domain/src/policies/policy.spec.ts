import fc from 'fast-check';
import { inForceOn, type PolicyParameter } from './policy.js';
import { demandPolicyChange, type PolicyChange, withPolicyChange } from './policy-change.js';
import { policyValue } from './policy-value.js';

const KEYS = ['due_days.payment', 'due_days.report'] as const;
const aDay = fc.integer({ min: 1, max: 28 }).map((day) => `2023-03-${String(day).padStart(2, '0')}`);
const aParameter: fc.Arbitrary<PolicyParameter> = fc.record({
  key: fc.constantFrom(...KEYS),
  value: fc.nat(99),
  unit: fc.constant('days'),
  effectiveFrom: aDay,
  source: fc.constant('letter'),
  verified: fc.boolean(),
});
const someParameters = fc.uniqueArray(aParameter, {
  minLength: 1,
  maxLength: 12,
  selector: ({ key, effectiveFrom }) => `${key} ${effectiveFrom}`,
});
const valueOf = (parameters: readonly PolicyParameter[], key: string, day: string) =>
  inForceOn(parameters, day).find((parameter) => parameter.key === key)?.value;

test('on every day each rule has one value: the one that began last, in whatever order they are kept', () => {
  fc.assert(
    fc.property(someParameters, aDay, (parameters, day) => {
      const values = inForceOn(parameters, day);
      expect(values.map(({ key }) => key).toSorted()).toEqual(
        [...new Set(parameters.map(({ key }) => key))].toSorted(),
      );
      for (const value of values) {
        const begun = parameters.filter(({ key, effectiveFrom }) => key === value.key && effectiveFrom <= day);
        if (begun.length > 0)
          expect(
            begun
              .map(({ effectiveFrom }) => effectiveFrom)
              .toSorted()
              .at(-1),
          ).toBe(value.effectiveFrom);
      }
      expect(new Set(inForceOn(parameters.toReversed(), day))).toEqual(new Set(values));
    }),
  );
});

test('a change holds from its day until the next value begins, and on no other day and for no other rule is anything different', () => {
  fc.assert(
    fc.property(someParameters, aParameter, aDay, (parameters, { unit: _unit, ...change }, day) => {
      fc.pre(parameters.some(({ key }) => key === change.key));
      const changed = withPolicyChange(parameters, change);
      const next = parameters
        .filter(({ key, effectiveFrom }) => key === change.key && effectiveFrom > change.effectiveFrom)
        .map(({ effectiveFrom }) => effectiveFrom)
        .toSorted()[0];
      const isItsTime = day >= change.effectiveFrom && (next === undefined || day < next);
      const hadBegun = parameters.some(({ key, effectiveFrom }) => key === change.key && effectiveFrom <= day);
      if (isItsTime) expect(valueOf(changed, change.key, day)).toBe(change.value);
      else if (hadBegun) expect(valueOf(changed, change.key, day)).toBe(valueOf(parameters, change.key, day));
      const other = KEYS.find((key) => key !== change.key) ?? '';
      expect(valueOf(changed, other, day)).toBe(valueOf(parameters, other, day));
      expect(withPolicyChange(changed, change)).toEqual(expect.arrayContaining(changed));
    }),
  );
});

const RULES: readonly PolicyParameter[] = [
  { key: 'due_days.payment', value: 3, unit: 'days', effectiveFrom: '2023-01-01', source: 'own', verified: false },
];
const CHANGE = { key: 'due_days.payment', value: '5', effectiveFrom: '2023-03-06', source: 'Surat 12', verified: true };
const codeOf = (more: Partial<typeof CHANGE>): unknown => {
  try {
    return demandPolicyChange(RULES, { ...CHANGE, ...more }, '2023-03-06');
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ['another value from today', {}, expect.objectContaining({ value: 5 }) as PolicyChange],
  ['its own day corrected', { effectiveFrom: '2023-01-01' }, expect.objectContaining({ value: 5 }) as PolicyChange],
  ['a rule that is not there', { key: 'due_days.nothing' }, 'POLICY_UNKNOWN'],
  ['a day that has passed', { effectiveFrom: '2023-03-05' }, 'POLICY_DATE'],
  ['a fraction', { value: '2.5' }, 'POLICY_VALUE'],
  ['nothing new', { effectiveFrom: '2023-01-01', value: '3', source: 'own', verified: false }, 'POLICY_SAME'],
])('%s', (_name, more, outcome) => {
  expect(codeOf(more)).toEqual(outcome);
});

test.each([
  ['benefit.rupiah_per_month', '0'],
  ['benefit.rupiah_per_month', '200.000'],
  ['batch_months.card', '13'],
  ['return.window', '90-days'],
  ['number.spm', '{year}/SPM'],
  ['number.spm', '{number}/{day}'],
  ['bank.code', '9'],
  ['payer.account', '00-12'],
  ['payer.name', '<b>'],
  ['privacy.reveals_per_hour', '0'],
])('%s is never %s', (key, value) => {
  expect(() => policyValue(key, value)).toThrow(expect.objectContaining({ code: 'POLICY_VALUE' }) as Error);
});
