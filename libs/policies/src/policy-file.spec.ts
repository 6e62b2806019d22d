import { Policy, TASK_KINDS, taskRule } from '#domain';
import { parsePolicy, readPolicies } from './policy-file.js';
import { loadWorkingCalendar } from './working-calendar.js';

test('the shipped policy holds a deadline for every kind of task', () => {
  const [sembako] = readPolicies();
  const policy = new Policy(sembako?.parameters ?? []);
  for (const kind of TASK_KINDS) expect(policy.count(taskRule(kind).dueDays)).toBeGreaterThan(0);
  expect(policy.rupiah('benefit.rupiah_per_month')).toBe(200_000n);
});

test('a value without a source is refused with its place', () => {
  const text =
    'programme: p\nname: n\nparameters:\n  - {key: a, value: 1, unit: days, effectiveFrom: 2023-01-01, verified: true}';
  expect(() => parsePolicy('p.yaml', text)).toThrow(
    expect.objectContaining({ code: 'POLICY_FILE', message: expect.stringContaining('parameters.0.source') }),
  );
});

test('a key given twice is refused', () => {
  const row = '  - {key: a, value: 1, unit: days, effectiveFrom: 2023-01-01, source: s, verified: true}';
  const text = `programme: p\nname: n\nparameters:\n${row}\n${row}`;
  expect(() => parsePolicy('p.yaml', text)).toThrow(/given twice/);
});

test('the working calendar knows the shipped decrees', () => {
  expect(loadWorkingCalendar().isWorkingDay('2023-04-26')).toBe(true);
});
