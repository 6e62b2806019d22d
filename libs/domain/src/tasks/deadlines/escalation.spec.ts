import fc from 'fast-check';
import { supervisorOf } from '../../organisation/supervisor.js';
import { aDecision, anActor, aTask, TODAY } from '../decision/why.factory.js';
import { why } from '../decision/why.js';
import { addCalendarDays, WorkingCalendar } from '../../calendar/working-days.js';
import { TASK_KINDS, type TaskKind, taskRule } from '../../stages/stage-catalogue.js';
import { ADDABLE_ROLES, ownerToAdd } from './added-owner.js';
import { type EscalationFacts, escalationMoments, type EscalationPlan } from './escalation.js';
import { TASK_LIFE } from '../life/task-life.js';

/** Idulfitri 1444 with its collective leave. */
const IDULFITRI = ['2023-04-19', '2023-04-20', '2023-04-21', '2023-04-24', '2023-04-25'];
const calendar = new WorkingCalendar(new Set(['2023-04-07', ...IDULFITRI]));
const PLAN: EscalationPlan = { startDays: 2, remindDays: 1, ownerDays: 2, deadlineDays: [30, 7] };

const facts = (more: Partial<EscalationFacts> = {}): EscalationFacts => {
  const kind: TaskKind = more.kind ?? 'follow-up.decide';
  return {
    kind,
    responsibleRole: taskRule(kind).role,
    state: 'ready',
    isHeld: false,
    openedOn: '2023-03-27',
    startDueOn: '2023-03-29',
    dueOn: '2023-04-10',
    followUpOn: null,
    deadlineOn: null,
    suspendedOn: null,
    suspendedUntil: null,
    resumedOn: null,
    stepsDone: [],
    ...more,
  };
};
const notified = (task: EscalationFacts, plan = PLAN) =>
  escalationMoments(task, plan, calendar).map(({ at, step, tells }) => [
    at,
    step,
    tells.map(({ act, to, toRole }) => `${act} ${to} ${toRole}`).join(', '),
  ]);

test('a task in silence: begun late, reminded, late, and an owner added, each at eight in the morning', () => {
  expect(notified(facts())).toEqual([
    ['2023-03-30T01:00:00.000Z', 'start', 'notify pool dinsos_operator, notify above dinsos_head'],
    ['2023-04-06T01:00:00.000Z', 'remind', 'remind pool dinsos_operator'],
    ['2023-04-11T01:00:00.000Z', 'late', 'notify pool dinsos_operator, notify above dinsos_head'],
    ['2023-04-12T01:00:00.000Z', 'owner', 'add-owner above dinsos_head'],
  ]);
});

test('who holds it is reminded, and begun it has been', () => {
  expect(notified(facts({ state: 'reserved', isHeld: true })).map(([, step, tells]) => [step, tells])).toEqual([
    ['remind', 'remind owner dinsos_operator'],
    ['late', 'notify owner dinsos_operator, notify pool dinsos_operator, notify above dinsos_head'],
    ['owner', 'add-owner above dinsos_head'],
  ]);
});

test('holidays and weekends move every moment', () => {
  const moments = notified(facts({ dueOn: '2023-04-18', startDueOn: null }));
  expect(moments.map(([at]) => at?.slice(0, 10))).toEqual(['2023-04-17', '2023-04-26', '2023-04-27']);
});

test('while it is suspended nothing happens, and what comes after moves with its due day', () => {
  const paused = facts({ state: 'suspended', suspendedOn: '2023-03-28', suspendedUntil: '2023-04-17' });
  const moments = notified(paused);
  // Thirteen working days of rest: due on the 4th of May.
  expect(moments.map(([at]) => at?.slice(0, 10))).toEqual(['2023-04-26', '2023-05-03', '2023-05-05', '2023-05-08']);
});

test('a follow-up date reminds its holder, on the next working day where it is none', () => {
  const held = facts({ state: 'in_progress', isHeld: true, followUpOn: '2023-04-01' });
  expect(notified(held)[0]).toEqual(['2023-04-03T01:00:00.000Z', 'follow-up', 'remind owner dinsos_operator']);
});

test('thirty and seven days before the legal deadline its office and the one above are told, and nothing after it', () => {
  const moments = notified(
    facts({ kind: 'follow-up.visit', dueOn: '2023-06-25', startDueOn: null, deadlineOn: '2023-06-25' }),
  );
  expect(moments.map(([at, step]) => [at?.slice(0, 10), step])).toEqual([
    ['2023-05-26', 'deadline'],
    ['2023-06-18', 'deadline'],
    ['2023-06-23', 'remind'],
  ]);
});

test('what has happened is left out, and happens anew for another due day', () => {
  const done = escalationMoments(facts(), PLAN, calendar).map(({ key }) => key);
  expect(notified(facts({ stepsDone: done }))).toEqual([]);
  expect(notified(facts({ stepsDone: done, dueOn: '2023-04-14' })).map(([, step]) => step)).toEqual([
    'remind',
    'late',
    'owner',
  ]);
});

test('a period whose policy knows no plan still says that a task is late', () => {
  expect(notified(facts({ startDueOn: null }), { deadlineDays: [] }).map(([, step]) => step)).toEqual(['late']);
});

test('a year without a holiday decree is told on weekdays rather than never', () => {
  expect(notified(facts({ dueOn: '2023-12-29', startDueOn: null })).map(([at]) => at?.slice(0, 10))).toEqual([
    '2023-12-28',
    '2024-01-01',
    '2024-01-02',
  ]);
});

test.each(TASK_KINDS)('silence decides nothing of %s, and takes nobody away', (kind) => {
  const acts = escalationMoments(facts({ kind }), PLAN, calendar).flatMap(({ tells }) => tells.map(({ act }) => act));
  expect(acts.length).toBeGreaterThan(0);
  for (const act of acts) expect(['remind', 'notify', 'add-owner']).toContain(act);
  expect(
    (TASK_LIFE.escalate as readonly { by: readonly string[]; to: string }[]).map(({ by, to }) => [by, to]),
  ).toEqual([[['system'], 'unchanged']]);
  expect(TASK_LIFE.decide.flatMap(({ by }) => by as readonly string[])).not.toContain('system');
});

test.each(TASK_KINDS)('%s: an added owner decides only where the catalogue adds one', (kind) => {
  const { role, stage, territoryCode } = { ...taskRule(kind), ...aTask(kind) };
  const above = supervisorOf(role);
  if (above === undefined) return;
  const added = ownerToAdd(kind, role);
  const isMoney = ['allocation', 'acceptance', 'closing', 'payment', 'return'].includes(stage);
  if (isMoney) expect(added).toBeUndefined();
  const late = aTask(kind, { addedRoles: added === undefined ? [] : [added], territoryCode });
  expect(why(anActor(above), aDecision(kind), late, TODAY).allowed).toBe(added !== undefined);
  expect(why(anActor(role), aDecision(kind), late, TODAY).allowed).toBe(true);
});

test('an added owner who signed the chain in another capacity is refused as anybody would be', () => {
  const late = aTask('follow-up.decide', {
    addedRoles: ['dinsos_head'],
    signatures: [{ officerId: 'dinsos_head-1', capacity: 'prepare' }],
  });
  const { refusals } = why(anActor('dinsos_head'), aDecision('follow-up.decide'), late, TODAY);
  expect(refusals.map(({ code }) => code)).toEqual(['FOUR_EYES']);
});

test('an added owner may take what was forwarded to others, who keep it', () => {
  const forwarded = aTask('follow-up.visit', { addedRoles: ['dinsos_head'], potentialOwners: ['tksk-1'] });
  for (const role of ['dinsos_head', 'tksk'] as const) {
    expect(why(anActor(role), { type: 'claim' }, forwarded, TODAY).allowed).toBe(true);
  }
});

test('whoever signs the same chain elsewhere is never added, nor for a task that was handed back', () => {
  expect([...ADDABLE_ROLES].sort()).toEqual(['dinsos_head', 'mayor']);
  expect(ownerToAdd('endorsement.lurah', 'lurah')).toBeUndefined();
  expect(ownerToAdd('follow-up.decide', 'programme_officer')).toBeUndefined();
});

test('moments come in order, on working days, after the day of opening, each once', () => {
  const day = (from: string, days: number) => addCalendarDays(from, days);
  const some = fc.record({
    due: fc.integer({ min: 0, max: 80 }),
    start: fc.integer({ min: 0, max: 10 }),
    rests: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 30 })), { nil: null }),
    kind: fc.constantFrom(...TASK_KINDS),
    isHeld: fc.boolean(),
  });
  fc.assert(
    fc.property(some, ({ due, start, rests, kind, isHeld }) => {
      const opened = '2023-02-01';
      const suspendedOn = rests && day(opened, rests[0]);
      const task = facts({
        ...{ kind, isHeld, openedOn: opened, dueOn: day(opened, due), startDueOn: day(opened, start) },
        ...(suspendedOn && { state: 'suspended', suspendedOn, suspendedUntil: day(suspendedOn, rests[1]) }),
      });
      const moments = escalationMoments(task, PLAN, calendar);
      expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).sort());
      expect(new Set(moments.map(({ key }) => key)).size).toBe(moments.length);
      for (const { at } of moments) {
        expect(at.slice(11)).toBe('01:00:00.000Z');
        expect(calendar.isWorkingDay(at.slice(0, 10))).toBe(true);
        expect(at.slice(0, 10) >= (task.suspendedUntil ?? day(opened, 1))).toBe(true);
      }
    }),
  );
});
