import { AuditRepository, rowOf, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const RECORDS = [
  'audit_entry',
  'task_decision',
  'signature',
  'task_event',
  'mandate_event',
  'ledger_transaction',
  'posting',
  'policy_version',
  'finding_rule',
];

beforeAll(async () => {
  const period = await aPeriod(database.manager);
  const { taskId } = await openTask(database.source, aNewTask(period));
  await decideTask(database.source, taskId, await anOfficer(database.manager, 'ppk'));
  await new AuditRepository(database.manager).note({ action: 'spec', subjectType: 'spec', subjectId: '1' });
});

const rowsIn = async (table: string): Promise<number> =>
  Number((await database.manager.query<{ rows: string }[]>(`select count(*) as rows from ${table}`))[0]?.rows);

test.each(RECORDS)('%s takes no change and loses no row, not even by the owner', async (table) => {
  const before = await rowsIn(table);
  expect(before).toBeGreaterThan(0);
  // Any column but the generated key, which nobody may set anyway.
  const column = await rowOf<{ name: string }>(
    database.manager,
    `select column_name as name from information_schema.columns where table_name = $1 and is_identity = 'NO' limit 1`,
    [table],
  );
  for (const sql of [
    `update ${table} set ${column?.name} = ${column?.name}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ]) {
    await database.asOwner((owner) => expect(owner.query(sql)).rejects.toThrow(/^\w+ is append-only$/));
  }
  expect(await rowsIn(table)).toBe(before);
});

test('even an update that finds no row is refused', async () => {
  await database.asOwner((owner) =>
    expect(owner.query(`delete from posting where amount_rupiah = 7`)).rejects.toThrow('append-only'),
  );
});

test('a decided task keeps its first decision', async () => {
  const period = await aPeriod(database.manager);
  const { taskId } = await openTask(database.source, aNewTask(period));
  const first = await anOfficer(database.manager, 'ppk');
  await decideTask(database.source, taskId, first);

  await expect(decideTask(database.source, taskId, await anOfficer(database.manager, 'ppk'))).rejects.toThrow();
  const [decision] = await new TaskRepository(database.manager).decisions([taskId]);
  expect(decision?.officerId).toBe(first.officerId);
});
