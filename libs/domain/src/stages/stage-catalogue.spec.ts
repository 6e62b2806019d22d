import { ROLE_NAMES } from '../organisation/role.js';
import { hasPower } from '../organisation/power.js';
import { TASK_KINDS, taskRule } from './stage-catalogue.js';
import { stageNumber, STAGES } from './stages.js';

test('the stages are numbered from 1 in the order in which the process goes through them, each once', () => {
  expect(STAGES.map(stageNumber)).toEqual(STAGES.map((_stage, index) => index + 1));
  expect(new Set(STAGES).size).toBe(STAGES.length);
});

test('every stage has a task for somebody', () => {
  const withTasks = new Set(TASK_KINDS.map((kind) => taskRule(kind).stage));
  expect(STAGES.filter((stage) => !withTasks.has(stage))).toEqual([]);
});

test.each(TASK_KINDS)('%s names a role that may act on tasks, outcomes and a deadline', (kind) => {
  const { role, outcomes, dueDays } = taskRule(kind);
  expect(ROLE_NAMES).toContain(role);
  expect(hasPower([role], 'task:act')).toBe(true);
  expect(outcomes.length).toBeGreaterThan(0);
  expect(dueDays).toMatch(/^due_days\./);
});

test.each(TASK_KINDS)(
  '%s goes back only to its own stage or an earlier one, and only where "returned" is offered',
  (kind) => {
    const { stage, returnTo, outcomes } = taskRule(kind);
    for (const target of returnTo) expect(stageNumber(target)).toBeLessThanOrEqual(stageNumber(stage));
    expect(returnTo.length > 0).toBe(outcomes.includes('returned'));
  },
);

test('every role that may act on tasks has one', () => {
  const acting = ROLE_NAMES.filter((role) => hasPower([role], 'task:act'));
  const used = new Set(TASK_KINDS.map((kind) => taskRule(kind).role));
  expect(acting.filter((role) => !used.has(role))).toEqual([]);
});
