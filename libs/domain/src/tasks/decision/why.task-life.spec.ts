import { whyNotOwner } from '../life/task-life-rules.js';
import { TASK_EVENTS, type PersonalEvent } from '../life/task-life.js';
import { TASK_KINDS, taskRule } from '../../stages/stage-catalogue.js';
import { ROLE_NAMES } from '../../organisation/role.js';
import { supervisorOf } from '../../organisation/supervisor.js';
import { anActor, aTask, TODAY } from './why.factory.js';
import { why } from './why.js';
import type { TaskAction } from './answer.js';
import type { TaskFacts } from './task-facts.js';

const KIND = 'endorsement.lurah';
const act = (type: PersonalEvent): TaskAction => ({
  type,
  reason: 'A reason to read',
});
const codes = (role: Parameters<typeof anActor>[0], action: TaskAction, task: TaskFacts, id?: string): string[] =>
  why(anActor(role, undefined, id), action, task, TODAY).refusals.map(({ code }) => code);

const held = (more: Partial<TaskFacts> = {}) =>
  aTask(KIND, { state: 'reserved', owner: { officerId: 'lurah-1', fullName: 'Holder' }, ...more });

const BY_OWNER = ['release', 'start', 'suspend', 'delegate', 'forward', 'fail'] as const;

test.each(BY_OWNER)('%s is its holder’s to do, and a colleague is told who holds it', (event) => {
  expect(codes('lurah', act(event), held())).toEqual([]);
  expect(codes('lurah', act(event), held(), 'lurah-2')).toEqual(['TASK_HELD']);
});

test.each(['release', 'suspend', 'forward'] as const)('the office above may %s what another holds', (event) => {
  expect(codes('camat', act(event), held())).toEqual([]);
  expect(codes('mayor', act(event), held())).toContain('TASK_HELD');
});

test.each(['nominate', 'extend'] as const)('%s is for the office above alone', (event) => {
  expect(codes('camat', act(event), aTask(KIND))).toEqual([]);
  expect(codes('lurah', act(event), aTask(KIND))).toEqual(['SUPERVISOR_ONLY']);
});

test('the office above neither claims nor decides for the office below', () => {
  for (const event of ['claim', 'start'] as const)
    expect(codes('camat', act(event), aTask(KIND))).toEqual(['ROLE_NOT_PERMITTED']);
});

test.each(BY_OWNER.filter((event) => event !== 'start'))('nobody can %s what nobody holds', (event) => {
  const notified = codes('lurah', act(event), aTask(KIND));
  expect(notified).toHaveLength(1);
  expect(['TASK_NOT_HELD', 'SUPERVISOR_ONLY']).toContain(notified[0]);
});

test('a suspended task takes no work until it is resumed, by its holder or the office above', () => {
  const suspended = held({ state: 'suspended', suspendedUntil: '2023-03-20' });
  for (const event of ['claim', 'start', 'release'] as const)
    expect(codes('lurah', act(event), suspended)).toContain('TASK_SUSPENDED');
  expect(codes('lurah', act('resume'), suspended)).toEqual([]);
  expect(codes('camat', act('resume'), suspended)).toEqual([]);
  expect(codes('lurah', act('resume'), suspended, 'lurah-2')).toEqual(['TASK_HELD']);
});

test('once forwarded, only those it was forwarded to may take it', () => {
  const forwarded = aTask(KIND, { potentialOwners: ['lurah-2'] });
  expect(codes('lurah', act('claim'), forwarded, 'lurah-2')).toEqual([]);
  expect(codes('lurah', act('claim'), forwarded)).toEqual(['TASK_FORWARDED']);
});

test.each(['suspend', 'forward', 'fail'] as const)('%s needs a reason', (event) => {
  expect(codes('lurah', { type: event, reason: ' ' }, held())).toEqual(['REASON_REQUIRED']);
});

test.each(TASK_KINDS)('%s is skipped only where the catalogue says so', (kind) => {
  const { role } = taskRule(kind);
  const task = aTask(kind, { state: 'reserved', owner: { officerId: `${role}-1`, fullName: 'Holder' } });
  expect(codes(role, act('skip'), task)).toEqual(taskRule(kind).skippable ? [] : ['SKIP_NOT_ALLOWED']);
});

test('no step of law or money is skipped or decided in bulk', () => {
  const guarded = TASK_KINDS.filter((kind) => !['case', 'report', 'roster', 'mandate'].includes(taskRule(kind).chain));
  for (const kind of [...guarded, 'period.close', 'report.accept'] as const) {
    expect([kind, taskRule(kind).skippable, taskRule(kind).bulkDecidable]).toEqual([kind, false, false]);
  }
});

test('who signed in another capacity may not take the work, and may still give it back', () => {
  const signatures = [{ officerId: 'lurah-1', capacity: 'verify' as const }];
  for (const event of ['claim', 'start'] as const)
    expect(codes('lurah', act(event), held({ signatures }))).toEqual(['FOUR_EYES']);
  for (const event of ['release', 'delegate'] as const)
    expect(codes('lurah', act(event), held({ signatures }))).toEqual([]);
});

test('a delegate does not sign what the delegating officer could not', () => {
  const task = held({
    principal: { officerId: 'lurah-2', fullName: 'Principal' },
    signatures: [{ officerId: 'lurah-2', capacity: 'verify' }],
  });
  const decide = { type: 'decide', outcome: 'approved', artefactHash: 'seen' } as const;
  expect(why(anActor('lurah'), decide, task, TODAY).refusals).toEqual([
    { code: 'FOUR_EYES_PRINCIPAL', details: { name: 'Principal', capacity: 'verify' } },
  ]);
});

test('an officer is given a task only with its office, and not after signing the chain otherwise', () => {
  expect(whyNotOwner(anActor('lurah'), aTask(KIND))).toBeUndefined();
  expect(whyNotOwner(anActor('camat'), aTask(KIND))?.code).toBe('TARGET_ROLE');
  expect(whyNotOwner(anActor('lurah', '32.75.02.1002'), aTask(KIND))?.code).toBe('TARGET_ROLE');
  const signatures = [{ officerId: 'lurah-1', capacity: 'prepare' as const }];
  expect(whyNotOwner(anActor('lurah'), aTask(KIND, { signatures }))?.code).toBe('TARGET_FOUR_EYES');
});

test('nobody stands above themselves, and every line of command ends', () => {
  for (const role of ROLE_NAMES) {
    const line = [role];
    for (let above = supervisorOf(role); above !== undefined; above = supervisorOf(above)) {
      expect(line).not.toContain(above);
      line.push(above);
    }
  }
  expect(TASK_EVENTS.length).toBeGreaterThan(10);
});
