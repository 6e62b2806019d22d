import { inTransaction, rowOf, rowsOf, TaskRepository } from '#persistence';
import { RemindOfHandovers } from '#application';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const made: { desk?: TaskServices; period?: MadePeriod } = {};
const DECISION = { outcome: 'approved', artefactHash: 'hash', details: { outcome: 'assist' } } as const;

beforeAll(async () => {
  made.desk = new TaskServices(database.source);
  await setToday(database.source, '2023-03-06');
  made.period = await aPeriod(database.manager);
});
beforeEach(() => setToday(database.source, '2023-03-06'));

const operator = (): Promise<MadeOfficer> => anOfficer(database.manager, 'dinsos_operator');
const rowOfTask = (taskId: string) => new TaskRepository(database.manager).find(taskId);

/** An officer with a task they hold, one that was forwarded to them and one that they delegated. */
async function aPack() {
  const { desk, period } = made;
  if (desk === undefined || period === undefined) throw new Error('the desk is there while specs run');
  const more = { kind: 'follow-up.decide', subjectType: 'case', territoryCode: '32.75.02.1001' } as const;
  const open = async () => (await openTask(database.source, aNewTask(period, more))).taskId;
  const [giver, receiver, third] = [await operator(), await operator(), await operator()];
  const [held, forwarded, accountable] = [await open(), await open(), await open()];
  const command = (officer: MadeOfficer) => ({ reason: 'A reason to read', targetIds: [officer.officerId] });
  await desk.events.act(await desk.by(giver.officerId), held, 'claim');
  await desk.events.act(await desk.by(third.officerId), forwarded, 'claim');
  await desk.events.act(await desk.by(third.officerId), forwarded, 'forward', command(giver));
  await desk.events.act(await desk.by(giver.officerId), accountable, 'claim');
  await desk.events.act(await desk.by(giver.officerId), accountable, 'delegate', command(third));
  return { desk, open, giver, receiver, third, held, forwarded, accountable };
}

const itemsOf = (handoverId: string) =>
  rowsOf<{ id: string; kind: string; task_id: string; state: string }>(
    database.manager,
    'select id, kind, task_id, state from handover_item where handover_id = $1 order by kind',
    [handoverId],
  );

test('a pack holds everything, and accepted whole it is the receiver’s', async () => {
  const { desk, giver, receiver, third, held, forwarded, accountable } = await aPack();
  const { id } = await desk.offer(giver, receiver);
  expect((await itemsOf(id)).map(({ kind, task_id }) => [kind, task_id])).toEqual([
    ['accountable', accountable],
    ['forwarded', forwarded],
    ['held', held],
  ]);
  expect(await rowOfTask(held)).toMatchObject({ ownerId: giver.officerId });

  const answer = await desk.handovers.accept(await desk.by(receiver.officerId), id);
  expect(answer).toMatchObject({ accepted: 3, stayed: 0, dropped: 0, handover: { state: 'answered' } });
  expect(await rowOfTask(held)).toMatchObject({ ownerId: receiver.officerId, state: 'reserved' });
  expect(await rowOfTask(forwarded)).toMatchObject({ ownerId: null, potentialOwners: [receiver.officerId] });
  expect(await rowOfTask(accountable)).toMatchObject({ ownerId: third.officerId, delegatedBy: receiver.officerId });
  expect(
    await rowsOf(database.manager, `select event, officer_id from task_event where task_id = $1 order by id`, [held]),
  ).toEqual([
    { event: 'claim', officer_id: giver.officerId },
    { event: 'hand-over', officer_id: receiver.officerId },
  ]);
  const audited = `select count(*)::int from audit_entry where action = 'task.handed_over' and details ->> 'handover' = $1`;
  expect(await rowOf(database.manager, audited, [id])).toEqual({ count: 3 });
  expect(await codeOf(desk.decisions.decide(await desk.by(receiver.officerId), held, DECISION))).toBeUndefined();
});

test('item by item: accepted, refused, done meanwhile; the giver acts until then', async () => {
  const { desk, giver, receiver, held, forwarded, accountable } = await aPack();
  const { id } = await desk.offer(giver, receiver);
  const [one, two] = await itemsOf(id);
  expect(await codeOf(desk.decisions.decide(await desk.by(giver.officerId), held, DECISION))).toBeUndefined();
  const context = () => desk.by(receiver.officerId);
  expect(await desk.handovers.accept(await context(), id, [one?.id ?? ''])).toMatchObject({
    accepted: 1,
    handover: { state: 'offered', counts: { accepted: 1, offered: 2 } },
  });
  await desk.handovers.refuse(await context(), id, { reason: 'Not my family of cases', itemIds: [two?.id ?? ''] });
  const last = await desk.handovers.accept(await context(), id);
  expect(last).toMatchObject({ accepted: 0, dropped: 1, handover: { state: 'answered' } });
  expect((await itemsOf(id)).map(({ state }) => state)).toEqual(['accepted', 'refused', 'dropped']);
  expect(await rowOfTask(accountable)).toMatchObject({ delegatedBy: receiver.officerId });
  expect(await rowOfTask(forwarded)).toMatchObject({ potentialOwners: [giver.officerId] });
});

test('what the receiver may not own stays with the giver, with its reason', async () => {
  const { desk, giver, receiver, held, forwarded, accountable } = await aPack();
  await database.manager.query('update task set excluded_owners = array[$2]::uuid[] where id = $1', [
    held,
    receiver.officerId,
  ]);
  const { chainKey } = (await rowOfTask(accountable)) ?? { chainKey: '' };
  await inTransaction(database.source, (manager) =>
    new TaskRepository(manager).sign(chainKey, receiver.officerId, 'verify', null),
  );
  const { id } = await desk.offer(giver, receiver);
  const answer = await desk.handovers.accept(await desk.by(receiver.officerId), id);
  expect(answer).toMatchObject({ accepted: 1, stayed: 2 });
  expect(answer.results.map(({ refusals }) => refusals[0]?.code).sort()).toEqual([
    'TARGET_FOUR_EYES',
    'TARGET_HOUSEHOLD',
  ]);
  expect(await rowOfTask(held)).toMatchObject({ ownerId: giver.officerId });
  expect(await rowOfTask(accountable)).toMatchObject({ delegatedBy: giver.officerId });
  expect(await rowOfTask(forwarded)).toMatchObject({ potentialOwners: [receiver.officerId] });
});

test('two acceptances at once move each task once', async () => {
  const { desk, giver, receiver, held } = await aPack();
  const { id } = await desk.offer(giver, receiver);
  const [first, second] = [await desk.by(receiver.officerId), await desk.by(receiver.officerId)];
  const answers = await Promise.allSettled([desk.handovers.accept(first, id), desk.handovers.accept(second, id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const moves = `select count(*)::int from task_event where task_id = $1 and event = 'hand-over'`;
  expect(await rowOf(database.manager, moves, [held])).toEqual({ count: 1 });
});

test('the same key again gets the first answer, and a second pack waits for the first', async () => {
  const { desk, giver, receiver, third } = await aPack();
  const command = { toOfficerId: receiver.officerId, reason: 'Moved away' };
  const [first, again] = [await desk.by(giver.officerId, 'offer-1'), await desk.by(giver.officerId, 'offer-1')];
  const { id } = await desk.handovers.offer(first, command);
  expect(await desk.handovers.offer(again, command)).toMatchObject({ id });
  expect(await codeOf(desk.offer(giver, third))).toBe('HANDOVER_EXISTS');
  await desk.handovers.withdraw(await desk.by(giver.officerId), id);
  expect(await codeOf(desk.handovers.accept(await desk.by(receiver.officerId), id))).toBe('HANDOVER_CLOSED');
  expect(await codeOf(desk.offer(giver, third))).toBeUndefined();
});

test('the office above offers for an absent officer, is reminded of silence once, and nothing moves by itself', async () => {
  const { desk, giver, receiver, held } = await aPack();
  const [boss, stranger] = [
    await anOfficer(database.manager, 'dinsos_head'),
    await anOfficer(database.manager, 'camat'),
  ];
  const command = { fromOfficerId: giver.officerId, toOfficerId: receiver.officerId, reason: 'On sick leave' };
  expect(await codeOf(desk.handovers.offer(await desk.by(stranger.officerId), command))).toBe('HANDOVER_NOT_ABOVE');
  const { id } = await desk.handovers.offer(await desk.by(boss.officerId), command);
  expect(await codeOf(desk.handovers.accept(await desk.by(boss.officerId), id))).toBe('HANDOVER_RECEIVER_ONLY');
  const mine = await desk.handovers.list((await desk.by(boss.officerId)).actor);
  expect(mine.map((one) => one.id)).toContain(id);

  await setToday(database.source, '2023-03-20');
  await new RemindOfHandovers(database.source).look();
  await new RemindOfHandovers(database.source).look();
  const notified = `select count(*)::int from notification where key = $1 and officer_id = $2`;
  expect(await rowOf(database.manager, notified, [`handover-late:${id}`, boss.officerId])).toEqual({ count: 1 });
  expect(await rowOfTask(held)).toMatchObject({ ownerId: giver.officerId });
});

test('five thousand tasks go in one action and come in one', async () => {
  const { desk, giver, receiver, held } = await aPack();
  await database.manager.query(
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                       subject_id, chain_key, artefact_hash, state, owner_id, due_on, created_at)
     select kind, stage, role, workflow_id, step_key || '-' || n, period_id, city_code, territory_code, subject_type,
            subject_id || n, chain_key || n, artefact_hash, state, owner_id, due_on, created_at
       from task, generate_series(1, 5000) n where id = $1`,
    [held],
  );
  const started = performance.now();
  const { id, counts } = await desk.offer(giver, receiver);
  expect(counts.offered).toBe(5003);
  const answer = await desk.handovers.accept(await desk.by(receiver.officerId), id);
  expect(answer).toMatchObject({ accepted: 5003, stayed: 0 });
  expect(performance.now() - started).toBeLessThan(30_000);
}, 60_000);
