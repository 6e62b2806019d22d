import type { Appointment } from '#domain';
import { type InboxPosition, InboxRepository, type InboxView, TaskWatchRepository } from '#persistence';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const TASKS = 47;
const made: { period?: MadePeriod; ids: string[] } = { ids: [] };

/** Forty-seven visits in two kecamatan, many due on one day. */
beforeAll(async () => {
  made.period = await aPeriod(database.manager);
  for (let number = 0; number < TASKS; number += 1) {
    const task = aNewTask(made.period, {
      kind: 'follow-up.visit',
      territoryCode: number % 3 === 0 ? '32.75.03.1001' : '32.75.02.1001',
      dueOn: `2023-03-2${number % 4}`,
      amountRupiah: `${(number % 5) * 100_000}`,
    });
    made.ids.push((await openTask(database.source, task)).taskId);
  }
});

async function readAll(officer: MadeOfficer, view: InboxView, limit: number): Promise<string[]> {
  const inbox = new InboxRepository(database.manager);
  const ids: string[] = [];
  for (let after: InboxPosition | undefined; ;) {
    const page = await inbox.page(officer.officerId, officer.appointments, { view, limit, after });
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return ids;
    after =
      view === 'done'
        ? { id: last.id, key: last.closedAt?.toISOString() ?? '' }
        : { id: last.id, key: last.dueOn, amountRupiah: last.amountRupiah };
  }
}

test.each([1, 5, 46, 47, 500])('pages of %p hold every task exactly once', async (limit) => {
  const tksk = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75' });
  const ids = await readAll(tksk, 'waiting', limit);
  expect(ids).toHaveLength(TASKS);
  expect(new Set(ids)).toEqual(new Set(made.ids));
});

test('what is due first comes first, and of one day what more money depends on', async () => {
  const tksk = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75' });
  const rows = await new InboxRepository(database.manager).page(tksk.officerId, tksk.appointments, {
    view: 'waiting',
    limit: 500,
  });
  const urgency = rows.map(({ dueOn, amountRupiah, id }) => [dueOn, -Number(amountRupiah), id] as const);
  const compare = (one: (typeof urgency)[number], other: (typeof urgency)[number]): number =>
    one[0].localeCompare(other[0]) || one[1] - other[1] || one[2].localeCompare(other[2]);
  expect(urgency).toEqual([...urgency].sort(compare));
  expect(new Set(urgency.map(([, rupiah]) => rupiah)).size).toBe(5);
});

test('watched is what one keeps an eye on, anywhere one may look; the territory is all that lies there', async () => {
  const dinsos = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.75' });
  expect(await readAll(dinsos, 'watched', 500)).toEqual([]);
  const [first = '', second = ''] = made.ids;
  const watches = new TaskWatchRepository(database.manager);
  for (const taskId of [first, second, second]) await watches.set(dinsos.officerId, taskId, true);
  expect((await readAll(dinsos, 'watched', 1)).sort()).toEqual([first, second].sort());
  await watches.set(dinsos.officerId, second, false);
  expect(await readAll(dinsos, 'watched', 500)).toEqual([first]);
  expect(await readAll(dinsos, 'territory', 500)).toEqual(expect.arrayContaining(made.ids));
  expect(
    await readAll(await anOfficer(database.manager, 'camat', { territoryCode: '31.71.01' }), 'territory', 9),
  ).toEqual([]);
});

test('what was decided at the same moment is listed exactly once, too', async () => {
  const ppk = await anOfficer(database.manager, 'ppk');
  const period = await aPeriod(database.manager);
  const ids: string[] = [];
  for (let number = 0; number < 12; number += 1) {
    const { taskId } = await openTask(database.source, aNewTask(period));
    await decideTask(database.source, taskId, ppk);
    ids.push(taskId);
  }
  // One millisecond, twelve microseconds: what a bulk decision looks like.
  await database.manager.query(
    `update task t set closed_at = '2023-03-06 08:00:00.123001+07'::timestamptz + n.place * interval '1 microsecond'
       from (select id, row_number() over (order by id desc) as place from task where id = any($1)) n where n.id = t.id`,
    [ids],
  );
  for (const limit of [1, 5, 11]) expect((await readAll(ppk, 'done', limit)).sort()).toEqual([...ids].sort());
});

test('an inbox holds what lies in its office’s territory and role, and nothing else', async () => {
  const count = async (appointments: readonly Appointment[]) =>
    (
      await new InboxRepository(database.manager).page('00000000-0000-0000-0000-000000000000', appointments, {
        view: 'waiting',
        limit: 500,
      })
    ).length;
  const tksk = (territoryCode: string) => anOfficer(database.manager, 'tksk', { territoryCode });

  await expect(count((await tksk('32.75.02')).appointments)).resolves.toBe(31);
  await expect(count((await tksk('32.75.03')).appointments)).resolves.toBe(16);
  await expect(count((await tksk('32.75.0')).appointments)).resolves.toBe(0);
  await expect(count((await tksk('31.75')).appointments)).resolves.toBe(0);
  await expect(count((await anOfficer(database.manager, 'camat')).appointments)).resolves.toBe(0);
  await expect(count([])).resolves.toBe(0);
});

test('a claimed task leaves the others’ inbox and stays in the claimer’s; badge and list agree', async () => {
  const [mine, other] = [await anOfficer(database.manager, 'tksk'), await anOfficer(database.manager, 'tksk')];
  const [taskId] = await readAll(mine, 'pool', 500);
  await database.manager.query(
    `update task set state = 'reserved', last_event = 'claim', owner_id = $2 where id = $1`,
    [taskId, mine.officerId],
  );
  try {
    expect(await readAll(other, 'waiting', 500)).not.toContain(taskId);
    expect(await readAll(mine, 'waiting', 500)).toContain(taskId);
    expect(await readAll(mine, 'mine', 500)).toEqual([taskId]);
    const [badge] = await new InboxRepository(database.manager).counts(mine.officerId, mine.appointments);
    expect(badge?.tasks).toBe((await readAll(mine, 'waiting', 500)).length);
  } finally {
    await database.manager.query(
      `update task set state = 'ready', last_event = 'release', owner_id = null where id = $1`,
      [taskId],
    );
  }
});
