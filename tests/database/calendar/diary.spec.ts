import { AlertHeldApprovals, EndDelegations, EndMandates, RemindOfHandovers } from '#application';
import { type Diary, diaryId } from '#domain';
import {
  inTransaction,
  MandateRepository,
  MandateSliceRepository,
  NotificationSettingRepository,
  OutboxRepository,
  TaskRepository,
} from '#persistence';
import { openAllocation, policyFor } from '../../support/factories/approvals.js';
import { MailScene } from '../../support/factories/mail-scene.js';
import { aSlice, cityMandate } from '../../support/factories/mandates.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { PostOffice } from '../../support/servers/post-office.js';

const database = useDatabase();
const query = (sql: string, parameters: unknown[] = []): Promise<unknown> => database.manager.query(sql, parameters);
const operator = () => anOfficer(database.manager, 'dinsos_operator');

beforeEach(() => setToday(database.source, '2023-03-06'));

/** The diaries that something tells, each as often as it does. */
async function toldBy(act: () => Promise<unknown>): Promise<string[]> {
  const outbox = new OutboxRepository(database.manager);
  const forget = async () => outbox.markDelivered((await outbox.waiting(10_000)).map(({ id }) => id));
  await forget();
  await act();
  const notified = (await outbox.waiting(10_000)).filter(({ kind }) => kind === 'diary');
  return [...new Set(notified.map(({ workflowId }) => workflowId))].sort();
}
const ids = (...diaries: Diary[]): string[] => diaries.map(diaryId);

test('mandates: a grant, a slice and a later last day are told; the morning after the last day ends them', async () => {
  const made: { period?: Awaited<ReturnType<typeof aPeriod>> } = {};
  expect(await toldBy(async () => (made.period = await aPeriod(database.manager)))).toContain(diaryId('mandates'));
  if (made.period === undefined) throw new Error('a period was made');
  // Those of other specs are never the nearest.
  await query(`update mandate set valid_to = '2030-12-31' where period_id <> $1`, [made.period.periodId]);
  const root = await cityMandate(database.source, made.period);
  const slice = { ...(await aSlice(database.source, root)), validTo: '2023-03-17' };
  const offer = (manager: typeof database.manager) =>
    new MandateSliceRepository(manager).offer(root, slice, slice.officerId);
  expect(await toldBy(() => inTransaction(database.source, offer))).toEqual(ids('mandates'));

  const diary = new EndMandates(database.source);
  expect(await diary.look()).toEqual({ dueAt: '2023-03-17T17:00:00.000Z' });
  await setToday(database.source, '2023-03-18');
  const after = await diary.look();
  expect(Date.parse(after?.dueAt ?? '')).toBeGreaterThan(Date.parse('2023-03-18T17:00:00Z'));
  const renew = () =>
    inTransaction(database.source, (manager) =>
      new MandateRepository(manager).renew(root, '2024-12-31', slice.officerId, 'Longer'),
    );
  expect(await toldBy(renew)).toEqual(ids('mandates'));
  expect((await diary.look())?.dueAt).toBe('2024-12-31T17:00:00.000Z');
});

test('delegations: granted, ended and left offices are told; the morning after the last day gives back', async () => {
  const desk = new TaskServices(database.source);
  const [absent, standIn] = [await operator(), await operator()];
  const period = await aPeriod(database.manager);
  const more = { kind: 'follow-up.decide', subjectType: 'case', territoryCode: '32.75.02.1001' } as const;
  const { taskId } = await openTask(database.source, aNewTask(period, more));
  await desk.events.act(await desk.by(absent.officerId), taskId, 'claim');
  const diary = new EndDelegations(database.source);
  expect(await diary.look()).toBeUndefined();

  expect(await toldBy(() => desk.delegate(absent, standIn))).toEqual(ids('delegations'));
  await desk.events.act(await desk.by(standIn.officerId), taskId, 'claim');
  expect(await diary.look()).toEqual({ dueAt: '2023-03-10T17:00:00.000Z' });
  const leave = () => query(`update appointment set valid_to = '2023-03-08' where id = $1`, [standIn.appointmentId]);
  expect(await toldBy(leave)).toEqual(ids('approvals', 'delegations'));
  expect(await diary.look()).toEqual({ dueAt: '2023-03-08T17:00:00.000Z' });

  await setToday(database.source, '2023-03-09');
  expect(await diary.look()).toEqual({ dueAt: '2023-03-10T17:00:00.000Z' });
  expect(await new TaskRepository(database.manager).find(taskId)).toMatchObject({ ownerId: absent.officerId });
  await setToday(database.source, '2023-03-11');
  expect(await diary.look()).toBeUndefined();
});

test('hand-overs: an offer is told; the morning after its day nobody is reminded twice', async () => {
  const desk = new TaskServices(database.source);
  const [giver, receiver] = [await operator(), await operator()];
  const { taskId } = await openTask(
    database.source,
    aNewTask(await aPeriod(database.manager), { kind: 'follow-up.decide', subjectType: 'case' }),
  );
  await query(`update task set state = 'reserved', last_event = 'claim', owner_id = $2 where id = $1`, [
    taskId,
    giver.officerId,
  ]);
  expect(await toldBy(() => desk.offer(giver, receiver))).toContain(diaryId('handovers'));
  const diary = new RemindOfHandovers(database.source);
  const look = await diary.look();
  expect(look?.dueAt).toMatch(/^2023-03-\d\dT17:00:00.000Z$/);
  await setToday(database.source, '2023-03-20');
  expect(await diary.look()).toBeUndefined();
});

test('approvals: opened, voted on, or with an officer gone, they are told; while one is open they are looked at daily', async () => {
  const diary = new AlertHeldApprovals(database.source);
  expect(await diary.look()).toBeUndefined();
  await policyFor(database.source, [{ role: 'kpa', mode: 'any' }]);
  const [kpa, period] = [await anOfficer(database.manager, 'kpa'), await aPeriod(database.manager)];
  const opened = await toldBy(() => openAllocation(database.source, period));
  expect(opened).toEqual(ids('approvals'));
  expect(await diary.look()).toEqual({ dueAt: '2023-03-06T17:00:00.000Z' });
  const disable = () => query('update officer set disabled_at = now() where id = $1', [kpa.officerId]);
  expect(await toldBy(disable)).toEqual(ids('approvals'));
});

test('mails: told for those who want them at once, and for nobody else; the next attempt and the digest have their hour', async () => {
  const office = new PostOffice();
  await office.open();
  const scene = new MailScene(database.source, office);
  await query(`update notification_setting set mode = 'off'`);
  expect(await scene.look()).toBeUndefined();

  const off = await scene.reader('off');
  expect(await toldBy(() => scene.tell(off))).toEqual([]);
  const digest = await scene.reader('digest');
  expect(await toldBy(() => scene.tell(digest))).toEqual([]);
  await query('update notification_setting set digest_on = programme_today() where officer_id = $1', [
    digest.officerId,
  ]);
  expect(await scene.look()).toEqual({ dueAt: '2023-03-07T00:00:00.000Z' });

  const reader = await scene.reader();
  expect(await toldBy(() => scene.tell(reader))).toEqual(ids('mails'));
  office.refuseMail = () => '451 4.7.1 later';
  expect(await minutesUntil(scene.look())).toBeCloseTo(1, 0);
  await scene.later();
  expect(await minutesUntil(scene.look())).toBeCloseTo(2, 0);
  office.refuseMail = () => undefined;
  await scene.later();
  expect(await scene.look()).toEqual({ dueAt: '2023-03-07T00:00:00.000Z' });
  // The next mail waits until a minute after the last was gathered.
  await scene.tell(reader);
  expect(await minutesUntil(scene.look(scene.post(), { pauseSeconds: 60 }))).toBeCloseTo(1, 0);

  const settings = new NotificationSettingRepository(database.manager);
  expect(await toldBy(() => settings.sendCode(reader.officerId))).toEqual(ids('mails'));
  await office.close();
});

test('what was rolled back was told to nobody', async () => {
  const notified = await toldBy(() =>
    inTransaction(database.source, async (manager) => {
      await manager.query('update officer set disabled_at = now() where username is null');
      throw new Error('rolled back');
    }).catch(() => undefined),
  );
  expect(notified).toEqual([]);
});

/** By the programme's calendar, as everything that a diary answers. */
async function minutesUntil(look: Promise<{ readonly dueAt: string } | undefined>): Promise<number> {
  const { dueAt = '' } = (await look) ?? {};
  const rows = await query('select extract(epoch from $1::timestamptz - programme_now()) / 60 as minutes', [dueAt]);
  return Number((rows as { minutes: string }[])[0]?.minutes);
}
