import { Policy, TASK_KINDS, taskRule } from '#domain';
import { parsePolicy, readPolicies } from './policy-file.js';
import { loadWorkingCalendar } from './working-calendar.js';

const FINDING =
  '{finding: a, group: g, fault: bank, evidence: [], decides: dinsos_operator, restricted: false, outcomes: {assist: keep}, suggests: assist, effectiveFrom: 2023-01-01, source: s, verified: true}';
const FINDINGS = (...findings: string[]): string => `findings:\n${findings.map((one) => `  - ${one}`).join('\n')}`;

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
  const text = `programme: p\nname: n\nparameters:\n${row}\n${row}\n${FINDINGS(FINDING)}`;
  expect(() => parsePolicy('p.yaml', text)).toThrow(/given twice/);
});

test('what the sixteen findings of before were is still in the tree, with the money that they suggested', () => {
  const [sembako] = readPolicies();
  const suggested = new Map(
    sembako?.findings.map(({ finding, outcomes, suggests }) => [
      finding,
      outcomes.find(({ outcome }) => outcome === suggests)?.money,
    ]),
  );
  const keeping =
    'pin_blocked pin_forgotten card_lost balance_zero moved_inside_city ill_or_elderly deceased_with_heir agent_too_far device_failed not_informed';
  const returning = 'card_not_received moved_away not_found deceased_without_heir no_longer_poor refused';
  for (const finding of keeping.split(' ')) expect([finding, suggested.get(finding)]).toEqual([finding, 'keep']);
  for (const finding of returning.split(' ')) expect([finding, suggested.get(finding)]).toEqual([finding, 'return']);
});

test('what presses a family is for those alone who decide, and costs it nothing', () => {
  const pressing = readPolicies()[0]?.findings.filter(({ restricted }) => restricted) ?? [];
  expect([...new Set(pressing.map(({ finding }) => finding))]).toEqual(['coerced', 'card_held_by_other']);
  for (const { outcomes } of pressing) expect(outcomes.every(({ money }) => money === 'keep')).toBe(true);
});

test.each([
  [[FINDING, FINDING], 'given twice'],
  [[FINDING.replace('suggests: assist', 'suggests: exclude')], 'suggests'],
  [[FINDING.replace('decides: dinsos_operator', 'decides: nobody')], 'findings.0.decides'],
  [[FINDING.replace('assist: keep', 'assist: burn')], 'findings.0.outcomes'],
])('a tree that nobody could follow is refused with its place', (findings, place) => {
  const parameters = '  - {key: a, value: 1, unit: days, effectiveFrom: 2023-01-01, source: s, verified: true}';
  const text = `programme: p\nname: n\nparameters:\n${parameters}\n${FINDINGS(...findings)}`;
  expect(() => parsePolicy('p.yaml', text)).toThrow(
    expect.objectContaining({ code: 'POLICY_FILE', message: expect.stringContaining(place) }),
  );
});

test('the working calendar knows the shipped decrees', () => {
  expect(loadWorkingCalendar().isWorkingDay('2023-04-26')).toBe(true);
});
