import { nextLife, type TaskChange, type TaskLife } from '../tasks/life/next-life.js';
import { TASK_EVENTS, taskStep } from '../tasks/life/task-life.js';
import { NOTIFICATION_KINDS, sentenceOf } from './notification.js';
import { officersToNotify } from './officers-to-notify.js';

const HELD: TaskLife = {
  state: 'reserved',
  ownerId: 'ani',
  delegatedBy: null,
  delegationId: null,
  potentialOwners: null,
  resumeState: null,
  suspendedOn: null,
  suspendedUntil: null,
};
const FREE: TaskLife = { ...HELD, state: 'ready', ownerId: null };

const notified = (from: TaskLife, change: TaskChange): readonly string[] =>
  officersToNotify({ event: change.event, from, to: nextLife(from, change), officerId: change.actorId });

test('whom a task is delegated, nominated or forwarded to is told', () => {
  expect(notified(HELD, { event: 'delegate', actorId: 'ani', targetIds: ['budi'] })).toEqual(['budi']);
  expect(notified(FREE, { event: 'nominate', actorId: 'camat', targetIds: ['budi'] })).toEqual(['budi']);
  expect(notified(HELD, { event: 'forward', actorId: 'ani', targetIds: ['budi', 'citra', 'budi'] })).toEqual([
    'budi',
    'citra',
  ]);
});

test('who delegated is told when the task comes back, whoever gave it back', () => {
  const delegated = { ...HELD, ownerId: 'budi', delegatedBy: 'ani' };
  expect(notified(delegated, { event: 'release', actorId: 'budi' })).toEqual(['ani']);
  expect(notified(delegated, { event: 'release', actorId: 'camat' })).toEqual(['ani']);
});

test('nobody is told of what they did themselves', () => {
  expect(notified(FREE, { event: 'nominate', actorId: 'ani', targetIds: ['ani'] })).toEqual([]);
  expect(notified(HELD, { event: 'forward', actorId: 'ani', targetIds: ['ani', 'budi'] })).toEqual(['budi']);
  for (const event of TASK_EVENTS) {
    for (const from of [FREE, HELD].filter(({ state }) => taskStep(event, state) !== undefined)) {
      expect(notified(from, { event, actorId: 'ani', targetIds: ['ani'], today: '', until: '' })).toEqual([]);
    }
  }
});

test('every kind has the key of a sentence, and so has what nobody knows', () => {
  expect(sentenceOf('task.assigned', { event: 'forward' })).toBe('task.assigned.forward');
  expect(sentenceOf('mandate.ended', { event: 'made up' })).toBe('mandate.ended.other');
  expect(sentenceOf('made.up', {})).toBe('other');
  for (const kind of NOTIFICATION_KINDS) expect(sentenceOf(kind, {})).toContain(kind);
});
