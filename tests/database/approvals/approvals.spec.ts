import fc from 'fast-check';
import { rowOf, rowsOf } from '#persistence';
import { openAllocation, policyFor, tasksOf, toldTo } from '../../support/factories/approvals.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { alertHeld } from '#application';

const database = useDatabase(20);
const made: { desk?: TaskServices; period?: MadePeriod; kpa: MadeOfficer[]; treasurers: MadeOfficer[] } = {
  kpa: [],
  treasurers: [],
};

beforeAll(async () => {
  await setToday(database.source, '2023-03-06');
  made.desk = new TaskServices(database.source);
  made.period = await aPeriod(database.manager);
  for (let at = 0; at < 4; at += 1) made.kpa.push(await anOfficer(database.manager, 'kpa'));
  for (let at = 0; at < 2; at += 1) made.treasurers.push(await anOfficer(database.manager, 'treasurer'));
});

const APPROVE = { outcome: 'approved', artefactHash: 'hash', details: {} } as const;
const RETURN = { ...APPROVE, outcome: 'returned', reason: 'The quota of one city is wrong' } as const;
const TWO_KPA = { role: 'kpa', mode: 'count', value: 2 } as const;
const A_TREASURER = { role: 'treasurer', mode: 'any' } as const;

const desk = (): TaskServices => {
  if (made.desk === undefined) throw new Error('the desk is there while specs run');
  return made.desk;
};
const open = (more: Parameters<typeof openAllocation>[2] = {}) => {
  if (made.period === undefined) throw new Error('the period is there while specs run');
  return openAllocation(database.source, made.period, more);
};
const decide = async (who: MadeOfficer | undefined, taskId: string | undefined, what: typeof APPROVE | typeof RETURN) =>
  desk().decisions.decide(await desk().by(who?.officerId ?? ''), taskId ?? '', what);

test('two offices sign beside each other in any order, and the workflow is told once, by the last', async () => {
  await policyFor(database.source, [TWO_KPA, A_TREASURER]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (order) => {
      const { gateId, workflowId, tasks } = await open();
      const signers = [made.kpa[0], made.kpa[1], made.treasurers[0]];
      for (const [nth, signer] of order.entries()) {
        expect(await toldTo(database.source, workflowId)).toEqual([]);
        const answer = await decide(signers[signer], tasks[signer === 2 ? 1 : 0]?.id, APPROVE);
        expect(answer.stillNeeded).toBe(2 - nth);
      }
      expect(await toldTo(database.source, workflowId)).toEqual([
        { taskId: gateId, kind: 'allocation.approve', outcome: 'approved' },
      ]);
      const states = (await tasksOf(database.source, workflowId)).map(({ state }) => state);
      expect(states).toEqual(['completed', 'completed']);
    }),
    { numRuns: 6 },
  );
});

test('opening again opens nothing, also under another policy', async () => {
  await policyFor(database.source, [TWO_KPA, A_TREASURER]);
  const first = await open({ stepKey: 'again' });
  await policyFor(database.source, [{ role: 'kpa', mode: 'all' }]);
  const again = await open({ stepKey: 'again' });
  expect(again).toEqual(first);
  await decide(made.kpa[0], first.gateId, APPROVE);
  expect((await decide(made.kpa[1], first.gateId, APPROVE)).stillNeeded).toBe(1);
});

test('an officer approves once, in whichever office they sit', async () => {
  await policyFor(database.source, [TWO_KPA, A_TREASURER]);
  const { gateId, tasks } = await open();
  const both = made.kpa[3];
  await database.manager.query(
    `insert into appointment (officer_id, office_id, role, valid_from)
     select $1, a.office_id, 'treasurer', '2020-01-01' from appointment a where a.officer_id = $2`,
    [both?.officerId, made.treasurers[0]?.officerId],
  );
  await decide(both, gateId, APPROVE);
  expect(await codeOf(decide(both, gateId, APPROVE))).toBe('ALREADY_APPROVED');
  expect(await codeOf(decide(both, tasks[1]?.id, APPROVE))).toBe('ALREADY_APPROVED');
});

test('who delegates and the delegate are one: neither gives a second approval', async () => {
  await policyFor(database.source, [TWO_KPA]);
  const { gateId } = await open();
  const [principal, delegate, other] = made.kpa;
  await desk().events.act(await desk().by(principal?.officerId ?? ''), gateId, 'claim');
  await desk().events.act(await desk().by(principal?.officerId ?? ''), gateId, 'delegate', {
    reason: 'Away',
    targetIds: [delegate?.officerId ?? ''],
  });
  expect((await decide(delegate, gateId, APPROVE)).stillNeeded).toBe(1);
  expect(await codeOf(decide(principal, gateId, APPROVE))).toBe('ALREADY_APPROVED');
  const forward = async (to: MadeOfficer | undefined) =>
    desk().events.act(await desk().by(other?.officerId ?? ''), gateId, 'forward', {
      reason: 'Please',
      targetIds: [to?.officerId ?? ''],
    });
  await desk().events.act(await desk().by(other?.officerId ?? ''), gateId, 'claim');
  expect(await codeOf(forward(principal))).toBe('TARGET_APPROVED');
});

test('one return sends it back at once and closes the other office’s task', async () => {
  await policyFor(database.source, [TWO_KPA, A_TREASURER]);
  const { gateId, workflowId, tasks } = await open();
  await decide(made.kpa[0], gateId, APPROVE);
  await decide(made.treasurers[0], tasks[1]?.id, RETURN);
  expect(await toldTo(database.source, workflowId)).toEqual([
    { taskId: gateId, kind: 'allocation.approve', outcome: 'returned', returnTo: 'allocation' },
  ]);
  expect((await tasksOf(database.source, workflowId)).map(({ state }) => state)).toEqual(['exited', 'completed']);
  expect(await codeOf(decide(made.kpa[1], gateId, APPROVE))).toBe('TASK_CLOSED');
});

test('of many who approve at once as many count as are needed, and the workflow is told once', async () => {
  await policyFor(database.source, [TWO_KPA, A_TREASURER]);
  const { gateId, workflowId, tasks } = await open();
  const all = [
    ...made.kpa.map((who) => [who, gateId] as const),
    ...made.treasurers.map((who) => [who, tasks[1]?.id] as const),
  ];
  const answers = await Promise.all(all.map(([who, taskId]) => codeOf(decide(who, taskId, APPROVE))));
  expect(answers.filter((code) => code === undefined)).toHaveLength(3);
  expect(await toldTo(database.source, workflowId)).toHaveLength(1);
  const votes = await rowOf(
    database.manager,
    'select count(*)::int as votes from approval_vote v join task t on t.id = v.task_id where t.workflow_id = $1',
    [workflowId],
  );
  expect(votes).toEqual({ votes: 3 });
});

test('the amount chooses the band, and what is asked stays as it was on the day', async () => {
  const bands = [
    { fromRupiah: 0n, groups: [{ role: 'kpa', mode: 'any' } as const] },
    { fromRupiah: 1_000_000_000n, groups: [{ role: 'kpa', mode: 'percent', value: 75 } as const] },
  ];
  await policyFor(database.source, [], { bands });
  const small = await open({ amountRupiah: '999999999' });
  const large = await open({ amountRupiah: '1000000000' });
  expect((await decide(made.kpa[0], small.gateId, APPROVE)).stillNeeded).toBe(0);
  expect((await decide(made.kpa[0], large.gateId, APPROVE)).stillNeeded).toBe(2);
});

test('an office that cannot give what is asked is held, told once, and nobody is skipped', async () => {
  await policyFor(database.source, [
    { role: 'treasurer', mode: 'all' },
    { role: 'kpa', mode: 'any' },
  ]);
  const { tasks, workflowId } = await open();
  const [leaving] = made.treasurers;
  await decide(made.kpa[1], tasks.find(({ role }) => role === 'kpa')?.id, APPROVE);
  await database.manager.query('update officer set disabled_at = now() where id = $1', [leaving?.officerId]);
  for (let times = 0; times < 2; times += 1) await alertHeld(database.manager);
  const notified = await rowsOf<{ officerId: string }>(
    database.manager,
    `select officer_id as "officerId" from notification where kind = 'approval.held' and task_id = $1`,
    [tasks.find(({ role }) => role === 'treasurer')?.id],
  );
  const officers = notified.map(({ officerId }) => officerId);
  expect(officers).toEqual(expect.arrayContaining([made.treasurers[1]?.officerId, made.kpa[0]?.officerId]));
  expect(officers).toHaveLength(new Set(officers).size);
  expect(officers).not.toContain(leaving?.officerId);
  expect(await toldTo(database.source, workflowId)).toEqual([]);
  await database.manager.query('update officer set disabled_at = null where id = $1', [leaving?.officerId]);
});

test('an observer is told, comments, and never decides', async () => {
  await policyFor(database.source, [{ role: 'kpa', mode: 'any' }], { observers: ['auditor'] });
  const auditor = await anOfficer(database.manager, 'auditor');
  const { gateId } = await open();
  const notified = await rowOf(database.manager, 'select kind from notification where officer_id = $1', [
    auditor.officerId,
  ]);
  expect(notified).toEqual({ kind: 'approval.opened' });
  await desk().events.act(await desk().by(auditor.officerId), gateId, 'comment', { reason: 'Seen' });
  expect(await codeOf(decide(auditor, gateId, APPROVE))).toBe('ROLE_NOT_PERMITTED');
  expect(await codeOf(desk().events.act(await desk().by(auditor.officerId), gateId, 'claim'))).toBe(
    'ROLE_NOT_PERMITTED',
  );
});

test('a task that was handed over is still one: ALL of an office can approve after it', async () => {
  await policyFor(database.source, [
    { role: 'kpa', mode: 'any' },
    { role: 'treasurer', mode: 'all' },
  ]);
  const { workflowId, tasks } = await open();
  const [giver, receiver] = made.treasurers;
  const taskId = tasks[1]?.id ?? '';
  await decide(made.kpa[0], tasks[0]?.id, APPROVE);
  await desk().events.act(await desk().by(giver?.officerId ?? ''), taskId, 'claim');
  if (giver === undefined || receiver === undefined) throw new Error('there are two treasurers');
  const { id } = await desk().offer(giver, receiver);
  expect(await desk().handovers.accept(await desk().by(receiver.officerId), id)).toMatchObject({ accepted: 1 });
  const others = await rowsOf<{ officer: string }>(
    database.manager,
    `select distinct officer_id as officer from appointment where role = 'treasurer' and officer_id <> $1`,
    [receiver.officerId],
  );
  await decide(receiver, taskId, APPROVE);
  for (const { officer } of others) await desk().decisions.decide(await desk().by(officer), taskId, APPROVE);
  expect(await toldTo(database.source, workflowId)).toHaveLength(1);
});
