import { inTransaction, MandateRepository, rowsOf, TaskRepository } from '#persistence';
import { cityMandate } from '../../support/factories/mandates.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const KELURAHAN = '32.75.02.1001';

beforeAll(() => setToday(database.source, '2023-03-06'));

interface Told {
  readonly kind: string;
  readonly event: string;
  readonly taskId: string | null;
}

const notified = (officer: MadeOfficer): Promise<Told[]> =>
  rowsOf<Told>(
    database.manager,
    `select kind, details ->> 'event' as event, task_id as "taskId" from notification where officer_id = $1 order by id`,
    [officer.officerId],
  );

const aLurah = () => anOfficer(database.manager, 'lurah', { territoryCode: KELURAHAN });

async function aLurahTask(period: MadePeriod): Promise<string> {
  const task = aNewTask(period, { kind: 'endorsement.lurah', territoryCode: KELURAHAN, subjectType: 'roster' });
  return (await openTask(database.source, task)).taskId;
}

test('delegated it is told to the delegate, given back to whoever delegated, and claiming tells nobody', async () => {
  const desk = new TaskServices(database.source);
  const period = await aPeriod(database.manager);
  const [giver, receiver] = [await aLurah(), await aLurah()];
  const taskId = await aLurahTask(period);
  const by = (officer: MadeOfficer, key?: string) => desk.by(officer.officerId, key);

  await desk.events.act(await by(giver), taskId, 'claim');
  const command = { targetIds: [receiver.officerId] };
  await desk.events.act(await by(giver, 'once'), taskId, 'delegate', command);
  await desk.events.act(await by(giver, 'once'), taskId, 'delegate', command);
  expect(await notified(receiver)).toEqual([{ kind: 'task.assigned', event: 'delegate', taskId }]);
  expect(await notified(giver)).toEqual([]);

  await desk.events.act(await by(receiver), taskId, 'release');
  expect(await notified(giver)).toEqual([{ kind: 'task.assigned', event: 'release', taskId }]);
});

test('two thousand tasks that are forwarded in bulk are told one by one to each, in as few statements', async () => {
  const desk = new TaskServices(database.source);
  const period = await aPeriod(database.manager);
  const [giver, one, two] = await Promise.all([1, 2, 3].map(() => anOfficer(database.manager, 'tksk')));
  if (giver === undefined || one === undefined || two === undefined) throw new Error('made');
  const workflowId = `desk-${nextNumber()}`;
  const visit = () =>
    aNewTask(period, { kind: 'follow-up.visit', workflowId, subjectType: 'case', territoryCode: KELURAHAN });
  const tasks = Array.from({ length: 2_000 }, visit);
  const opened = await inTransaction(database.source, (manager) => new TaskRepository(manager).open(tasks));
  const ids = opened.map(({ taskId }) => taskId);
  await desk.bulk.act(await desk.by(giver.officerId), 'claim', ids);

  const command = { targetIds: [one.officerId, two.officerId], reason: 'Cuti' };
  expect(await desk.bulk.act(await desk.by(giver.officerId), 'forward', ids, command)).toMatchObject({ done: 2_000 });

  expect((await notified(one)).map(({ taskId }) => taskId).sort()).toEqual([...ids].sort());
  expect(await notified(two)).toHaveLength(2_000);
  expect(await notified(giver)).toEqual([]);
});

test('a mandate that ends is told to both offices, its tasks to the desk they go to, and nothing to who ended it', async () => {
  await anOfficer(database.manager, 'programme_officer');
  const period = await aPeriod(database.manager);
  const root = await cityMandate(database.source, period);
  const heads = await rowsOf<MadeOfficer & { side: string }>(
    database.manager,
    `select a.officer_id as "officerId", case when f.id = m.grantor_office_id then 'grantor' else 'grantee' end as side
       from mandate m join office f on f.id in (m.grantor_office_id, m.grantee_office_id)
       join appointment a on a.office_id = f.id and a.role in ('programme_officer', 'dinsos_head') where m.id = $1`,
    [root],
  );
  const [actor, colleague] = heads.filter(({ side }) => side === 'grantor');
  const grantee = heads.find(({ side }) => side === 'grantee');
  if (actor === undefined || colleague === undefined || grantee === undefined) throw new Error('both sides have heads');
  const taskId = await aLurahTask(period);
  const record = (move: 'suspended' | 'revoked') =>
    inTransaction(database.source, (manager) =>
      new MandateRepository(manager).record(root, move, actor.officerId, 'x'),
    );
  const last = async (officer: MadeOfficer) =>
    (await notified(officer)).slice(-3).map(({ kind, event }) => [kind, event]);
  const before = await notified(actor);

  await record('suspended');
  expect(await last(grantee)).toContainEqual(['mandate.ended', 'suspended']);
  await record('revoked');
  await record('revoked');

  expect(await last(colleague)).toEqual([
    ['mandate.ended', 'suspended'],
    ['mandate.ended', 'revoked'],
    ['task.assigned', 'hand-back'],
  ]);
  expect((await notified(colleague)).filter((row) => row.taskId === taskId)).toHaveLength(1);
  expect(await notified(actor)).toEqual(before);
});

test('what is rolled back was never told', async () => {
  const officer = await aLurah();
  const period = await aPeriod(database.manager);
  const root = await cityMandate(database.source, period);
  await inTransaction(database.source, async (manager) => {
    await new MandateRepository(manager).record(root, 'revoked', officer.officerId, 'x');
    throw new Error('the power failed');
  }).catch(() => undefined);
  const sql = `select 1 from notification where details ->> 'mandateId' = $1`;
  expect(await rowsOf(database.manager, sql, [root])).toEqual([]);
});
