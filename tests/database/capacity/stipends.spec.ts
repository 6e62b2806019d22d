import { Commands, loadPolicy, StipendService } from '#application';
import type { StipendLine } from '#domain';
import { StipendRepository } from '#persistence';
import { readPolicies } from '#policies';
import { commandOf } from '../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const MAY = { programme: 'sembako', cityCode: '32.75', month: '2023-05' };
const service = (): StipendService => new StipendService(database.source, new Commands(database.source));

let operator: MadeOfficer;
let head: MadeOfficer;
let tksk: MadeOfficer;
let newcomer: MadeOfficer;
beforeAll(async () => {
  for (const policy of readPolicies()) await loadPolicy(database.manager, policy);
  operator = await anOfficer(database.manager, 'dinsos_operator');
  head = await anOfficer(database.manager, 'dinsos_head');
  tksk = await anOfficer(database.manager, 'tksk');
  newcomer = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75.03' });
  await anOfficer(database.manager, 'tksk', { territoryCode: '32.76.01' });
  await database.asOwner((manager) =>
    manager.query(`update appointment set valid_from = '2023-05-17' where id = $1`, [newcomer.appointmentId]),
  );
});

/** A visit that this TKSK recorded at this instant. */
async function aVisit(officer: MadeOfficer, territoryCode: string, at: string): Promise<void> {
  const about = { kind: 'follow-up.visit', subjectType: 'case', territoryCode } as const;
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager), about));
  await decideTask(database.source, taskId, officer, { outcome: 'submitted' });
  await database.asOwner(async (manager) => {
    await manager.query('alter table task_decision disable trigger user');
    await manager.query('update task_decision set decided_at = $2 where task_id = $1', [taskId, at]);
    await manager.query('alter table task_decision enable trigger user');
  });
}

const lineOf = (lines: readonly StipendLine[], { officerId }: MadeOfficer) =>
  lines.find((line) => line.officerId === officerId);
const ownOf = async (month: string) =>
  (await service().own(commandOf(tksk).actor)).filter((one) => one.month === month);
const statement = async (id: string) =>
  database.source.transaction((manager) => new StipendRepository(manager).find(id, ['32.75']));

test('a month is stated from days served and visits recorded, approved by another, and then stays', async () => {
  // The last minute of the month in Jakarta, and the first of the next.
  await aVisit(tksk, '32.75.02.1001', '2023-05-31T16:59:00Z');
  await aVisit(tksk, '32.75.02.1001', '2023-05-31T17:00:00Z');
  const { id } = await service().propose(commandOf(operator), MAY);
  const stated = await statement(id);
  expect(stated.lines).toHaveLength(2);
  expect(lineOf(stated.lines, tksk)).toMatchObject({ servedDays: 31, visits: 1, totalRupiah: '700000' });
  expect(lineOf(stated.lines, newcomer)).toMatchObject({ servedDays: 15, visits: 0, totalRupiah: '338709' });
  expect(stated).toMatchObject({ version: 1, state: 'proposed', totalRupiah: '1038709', monthRupiah: '700000' });
  expect(await ownOf('2023-05')).toEqual([]);

  expect(await refusalCodeOf(service().propose(commandOf(operator), MAY))).toBe('STIPEND_PROPOSED');
  await service().approve(commandOf(head), id);
  expect(await refusalCodeOf(service().approve(commandOf(head), id))).toBe('STIPEND_DECIDED');
  expect(await refusalCodeOf(service().propose(commandOf(operator), MAY))).toBe('STIPEND_SAME');
  expect(await ownOf('2023-05')).toMatchObject([{ version: 1, line: { visits: 1 } }]);
  await expect(
    database.manager.query(`update stipend_statement set total_rupiah = 0 where id = $1`, [id]),
  ).rejects.toThrow('not rewritten');
});

test('what has changed since it was submitted is not approved, and a correction is a version of its own', async () => {
  const march = { ...MAY, month: '2023-03' };
  const first = await service().propose(commandOf(operator), march);
  await aVisit(tksk, '32.75.02.1001', '2023-03-10T03:00:00Z');
  expect(await refusalCodeOf(service().approve(commandOf(head), first.id))).toBe('STIPEND_CHANGED');
  await service().refuse(commandOf(head), first.id, { reason: 'a visit is missing' });
  const second = await service().propose(commandOf(operator), march);
  await service().approve(commandOf(head), second.id);
  await aVisit(tksk, '32.75.02.1001', '2023-03-11T03:00:00Z');
  const third = await service().propose(commandOf(operator), march);
  await service().approve(commandOf(head), third.id);
  expect((await statement(third.id)).version).toBe(3);
  expect(await ownOf('2023-03')).toMatchObject([{ version: 3, line: { visits: 2 } }]);
});

test('each refusal names what is wrong, and nothing is stated', async () => {
  const refused = (more: Partial<typeof MAY>) =>
    refusalCodeOf(service().propose(commandOf(operator), { ...MAY, month: '2023-06', ...more }));
  expect(await refused({ programme: 'no-such' })).toBe('PROGRAMME_UNKNOWN');
  expect(await refused({ cityCode: '32.76' })).toBe('STIPEND_CITY');
  expect(await refused({ month: '2099-01' })).toBe('STIPEND_MONTH');
  expect(await refused({ month: '2019-12' })).toBe('STIPEND_EMPTY');
  const { id } = await service().propose(commandOf(operator), { ...MAY, month: '2023-06' });
  const elsewhere = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.76' });
  expect(await refusalCodeOf(service().approve(commandOf(elsewhere), id))).toBe('STIPEND_UNKNOWN');
  const both = { ...head, officerId: operator.officerId };
  expect(await refusalCodeOf(service().approve(commandOf(both), id))).toBe('STIPEND_OWN');
  const colleague = await anOfficer(database.manager, 'dinsos_operator');
  expect(await refusalCodeOf(service().withdraw(commandOf(colleague), id))).toBe('STIPEND_NOT_OWN');
  await service().withdraw(commandOf(operator), id);
  const { statements } = await service().list(commandOf(operator).actor);
  expect(statements.find((one) => one.id === id)).toMatchObject({ state: 'withdrawn' });
  expect((await service().list(commandOf(elsewhere).actor)).statements).toEqual([]);
});
