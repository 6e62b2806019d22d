import { CaseRepository, inTransaction, rowOf, rowsOf, setHouseholds } from '#persistence';
import { Commands, RecordVerdicts } from '#application';
import { cityMandate } from '../../support/factories/mandates.js';
import { anOfficer } from '../../support/factories/officers.js';
import { anOrder } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, KELURAHAN, rowsFor } from '../../support/factories/rosters.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const excluded = (periodId: string) =>
  rowsOf<{ kkHash: Buffer; kin: string[] }>(
    database.manager,
    `select r.kk_hash as "kkHash", t.excluded_owners as kin
       from task t join follow_up_case c on c.id::text = t.subject_id join entitlement e on e.id = c.entitlement_id
       join roster_row r on r.id = e.roster_row_id where t.period_id = $1 order by r.id`,
    [periodId],
  );

test('a case excludes the officers of its household, whether they were known before it was opened or after', async () => {
  const { order, ...period } = await anOrder(database.source, 3);
  const families = await rowsOf<{ kkHash: Buffer }>(
    database.manager,
    `select r.kk_hash as "kkHash" from entitlement e join roster_row r on r.id = e.roster_row_id where e.order_id = $1 order by r.id`,
    [order.id],
  );
  const [before, after] = [await anOfficer(database.manager, 'tksk'), await anOfficer(database.manager, 'tksk')];
  const belongs = (officerId: string, kkHash: Buffer | null) =>
    inTransaction(database.source, (manager) => setHouseholds(manager, [{ officerId, kkHash }]));
  await belongs(before.officerId, families[0]?.kkHash ?? null);

  await database.manager.query(`update entitlement set state = 'not_transacted' where order_id = $1`, [order.id]);
  const cases = new CaseRepository(database.manager);
  const desks = await cases.openForOrder(order.id, `desk:${nextNumber()}:`, '2023-06-25');
  for (const { workflowId } of desks) {
    await cases.openTasks(workflowId, { start: null, visit: '2023-05-01', decide: '2023-05-01' });
  }
  const kin = async () => (await excluded(period.periodId)).map((row) => row.kin);
  expect(await kin()).toEqual([[before.officerId], [], []]);

  await belongs(after.officerId, families[1]?.kkHash ?? null);
  expect(await kin()).toEqual([[before.officerId], [after.officerId], []]);
  await belongs(before.officerId, families[2]?.kkHash ?? null);
  expect(await kin()).toEqual([[], [after.officerId], [before.officerId]]);
  await belongs(after.officerId, null);
  expect(await kin()).toEqual([[], [], [before.officerId]]);
});

test('an operator gives no verdict on their own household, also not with the rest', async () => {
  await setToday(database.source, '2023-03-06');
  const period = await aPeriod(database.manager);
  await cityMandate(database.source, period);
  const rows = rowsFor(9);
  const rosterId = await aRoster(database.source, period, rows);
  await database.manager.query(`update roster_row set match_result = 'matched' where roster_id = $1`, [rosterId]);
  const operator = await anOfficer(database.manager, 'kelurahan_operator', { territoryCode: KELURAHAN[0] });
  const own = rows.find(({ kelurahanCode }) => kelurahanCode === KELURAHAN[0]);
  await setHouseholds(database.manager, [{ officerId: operator.officerId, kkHash: own?.kkHash ?? null }]);
  const { taskId } = await openTask(
    database.source,
    aNewTask(period, {
      ...{ kind: 'verification.complete', subjectType: 'roster', subjectId: rosterId, territoryCode: KELURAHAN[0] },
    }),
  );
  const family = await rowOf<{ id: string }>(
    database.manager,
    `select f.id from roster_row f join officer o on o.household_hash = f.kk_hash where o.id = $1`,
    [operator.officerId],
  );
  const verdicts = new RecordVerdicts(new Commands(database.source));
  const desk = new TaskServices(database.source);
  const save = async (command: Parameters<RecordVerdicts['save']>[2]) =>
    verdicts.save(await desk.by(operator.officerId), taskId, command);

  const onOwn = { verdicts: [{ rowId: family?.id ?? '', verdict: 'eligible' as const }] };
  expect(await codeOf(save(onOwn))).toBe('VERDICT_OWN_HOUSEHOLD');
  const filled = await save({ verdicts: [], fillRemaining: 'eligible' });
  expect(filled).toMatchObject({ families: 3, eligible: 2 });
  expect(filled.filledRowIds).not.toContain(family?.id);
});
