import { AllocationService, BudgetService, Commands, describeArtefact } from '#application';
import { BudgetRepository, rowOf, rowsOf } from '#persistence';
import { aBudget } from '../../support/factories/budgets.js';
import { commandOf } from '../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, BENEFIT, type MadePeriod } from '../../support/factories/periods.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const service = (): BudgetService => new BudgetService(database.source, new Commands(database.source));
const post = (periodId: string): Promise<string[]> => new AllocationService(database.source).post(periodId);

/** A year that no other spec spends from. */
const aYear = (): number => 2100 - nextNumber();
const dipa = (year: number, amountRupiah = '1000000000') => ({
  ...{ programme: 'sembako', year, dipaNumber: `SP DIPA/${year}`, dipaOn: '2023-01-02', amountRupiah },
});

/** A period of that year whose quotas PPK and KPA approved, not in the ledger yet. */
async function approved(year: number, quota: number, months = [`${year}-03`, `${year}-04`]): Promise<MadePeriod> {
  const period = await aPeriod(database.manager, { quota, months, mandate: 'none', isPosted: false });
  const subject = { type: 'period', id: period.periodId, periodId: period.periodId } as const;
  const place = { cityCode: 'ID', territoryCode: 'ID' };
  const { hash: artefactHash } = await describeArtefact(
    database.manager,
    { ...subject, ...place },
    'allocation.approve',
  );
  for (const [kind, role] of [
    ['allocation.verify', 'ppk'],
    ['allocation.approve', 'kpa'],
  ] as const) {
    const paper = { subjectType: 'period', subjectId: period.periodId, artefactHash } as const;
    const task = aNewTask(period, { kind, ...paper, chainKey: `allocation:${period.periodId}` });
    const { taskId } = await openTask(database.source, task);
    await decideTask(database.source, taskId, await anOfficer(database.manager, role), { artefactHash });
  }
  return period;
}

const yearOf = async (year: number) =>
  (await new BudgetRepository(database.manager).years('sembako')).find((one) => one.year === year);
const postings = async ({ periodId }: MadePeriod): Promise<number> =>
  (await rowsOf(database.manager, 'select id from ledger_transaction where period_id = $1', [periodId])).length;

let officer: MadeOfficer;
let kpa: MadeOfficer;
beforeAll(async () => {
  await aPeriod(database.manager);
  officer = await anOfficer(database.manager, 'programme_officer');
  kpa = await anOfficer(database.manager, 'kpa');
});

test('a budget is in force when a second person has confirmed it, and a revision takes its place', async () => {
  const year = aYear();
  const { id } = await service().propose(commandOf(officer), dipa(year));
  expect((await yearOf(year))?.ceilingRupiah).toBeUndefined();
  await expect(service().confirm(commandOf(officer), id)).rejects.toMatchObject({ code: 'BUDGET_OWN' });
  await service().confirm(commandOf(kpa), id);
  expect((await yearOf(year))?.ceilingRupiah).toBe('1000000000');

  const revision = await service().propose(commandOf(officer), dipa(year, '2000000000'));
  expect((await yearOf(year))?.ceilingRupiah).toBe('1000000000');
  await service().confirm(commandOf(kpa), revision.id);
  expect((await yearOf(year))?.ceilingRupiah).toBe('2000000000');
  const states = (await service().list(kpa as never)).budgets.filter((one) => one.year === year);
  expect(states.map(({ revision: number, state }) => [number, state])).toEqual([
    [2, 'in_force'],
    [1, 'superseded'],
  ]);
});

test('a proposal that is refused or withdrawn changes nothing, and is decided once', async () => {
  const year = aYear();
  const refused = await service().propose(commandOf(officer), dipa(year));
  await expect(service().propose(commandOf(officer), dipa(year))).rejects.toMatchObject({ code: 'BUDGET_PROPOSED' });
  await service().refuse(commandOf(kpa), refused.id, { reason: 'Nomor DIPA keliru' });
  await expect(service().confirm(commandOf(kpa), refused.id)).rejects.toMatchObject({ code: 'BUDGET_DECIDED' });

  const withdrawn = await service().propose(commandOf(officer), dipa(year));
  await expect(service().withdraw(commandOf(kpa), withdrawn.id)).rejects.toMatchObject({ code: 'BUDGET_NOT_OWN' });
  await service().withdraw(commandOf(officer), withdrawn.id);
  expect(await yearOf(year)).toBeUndefined();
  const [kept] = await rowsOf(database.manager, 'select reason from budget where id = $1', [refused.id]);
  expect(kept).toEqual({ reason: 'Nomor DIPA keliru' });
});

test('a paper of tomorrow and a programme that nobody knows are refused', async () => {
  const year = aYear();
  const future = service().propose(commandOf(officer), { ...dipa(year), dipaOn: '2999-01-01' });
  await expect(future).rejects.toMatchObject({ code: 'BUDGET_DATE' });
  const unknown = service().propose(commandOf(officer), { ...dipa(year), programme: 'pkh-lain' });
  await expect(unknown).rejects.toMatchObject({ code: 'PROGRAMME_UNKNOWN' });
});

test('a period over two years takes from each for its own months', async () => {
  const year = aYear() - 1;
  await aBudget(database.manager, { year, amountRupiah: BENEFIT * 5n });
  await aBudget(database.manager, { year: year + 1, amountRupiah: BENEFIT * 5n });
  const period = await approved(year, 10, [`${year}-12`, `${year + 1}-01`]);
  expect((await service().ofPeriod(period.periodId)).years.map((one) => one.leftRupiah)).toEqual(['0', '0']);
  await expect(post(period.periodId)).resolves.toEqual([period.cityCode]);
  expect((await yearOf(year))?.committedRupiah).toBe((BENEFIT * 5n).toString());
  expect((await yearOf(year + 1))?.committedRupiah).toBe((BENEFIT * 5n).toString());
  expect((await service().ofPeriod(period.periodId)).years.map((one) => one.wantedRupiah)).toEqual(['0', '0']);
});

test('an approved allocation that the budget does not cover is not posted, and the officers hear of it once', async () => {
  const year = aYear();
  const period = await approved(year, 10);
  await expect(post(period.periodId)).resolves.toEqual([]);
  await aBudget(database.manager, { year, amountRupiah: BENEFIT * 9n });
  for (let time = 0; time < 2; time += 1) await expect(post(period.periodId)).resolves.toEqual([]);
  expect(await postings(period)).toBe(0);
  const heard = await rowOf(
    database.manager,
    `select count(*)::int as times from notification where officer_id = $1 and kind = 'allocation.over-budget'
        and key like 'allocation.over-budget:' || $2 || '%'`,
    [kpa.officerId, period.periodId],
  );
  // Once that no budget was in force, and once that it is too small.
  expect(heard).toEqual({ times: 2 });
});

test('of two allocations that fit only one by one, one is posted, and a repeat of it posts nothing more', async () => {
  const year = aYear();
  await aBudget(database.manager, { year, amountRupiah: BENEFIT * 15n });
  const both = [await approved(year, 10), await approved(year, 10, [`${year}-05`, `${year}-06`])] as const;
  const answers = await Promise.all(both.map(({ periodId }) => post(periodId)));
  expect(answers.map(({ length }) => length).sort()).toEqual([0, 1]);
  for (const { periodId } of both) await post(periodId);
  expect(await Promise.all(both.map(postings)).then((counts) => counts.sort())).toEqual([0, 1]);
  expect((await yearOf(year))?.committedRupiah).toBe((BENEFIT * 10n).toString());
});

test('a revision below what was allocated is refused when it is entered, and when it is confirmed', async () => {
  const year = aYear();
  await aBudget(database.manager, { year, amountRupiah: BENEFIT * 20n });
  const early = await service().propose(commandOf(officer), dipa(year, (BENEFIT * 5n).toString()));
  const period = await approved(year, 10);
  await post(period.periodId);
  await expect(service().confirm(commandOf(kpa), early.id)).rejects.toMatchObject({ code: 'BUDGET_BELOW_COMMITTED' });
  await service().withdraw(commandOf(officer), early.id);
  const late = service().propose(commandOf(officer), dipa(year, (BENEFIT * 10n - 1n).toString()));
  await expect(late).rejects.toMatchObject({ code: 'BUDGET_BELOW_COMMITTED' });
});

test.each([
  `update budget set amount_rupiah = amount_rupiah + 1 where id = $1`,
  `update budget set state = 'proposed' where id = $1`,
  `update budget set decided_by = proposed_by where id = $1`,
  `delete from budget where id = $1`,
])('the database refuses even its owner: %s', async (sql) => {
  const id = await aBudget(database.manager, { year: aYear() });
  await database.asOwner(async (owner) => {
    await expect(owner.query(sql, [id])).rejects.toThrow('a budget is not rewritten');
  });
});
