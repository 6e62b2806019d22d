import fc from 'fast-check';
import { ApplyQuotaChange, DECISION_CHECKS } from '#application';
import { limitsOf, NATION } from '#domain';
import {
  BudgetRepository,
  ConservationRepository,
  DecreeRepository,
  inTransaction,
  MandateRepository,
  PeriodRepository,
  QuotaChangeRepository,
  rowOf,
  rowsOf,
  TaskRepository,
} from '#persistence';
import { aBudget } from '../../support/factories/budgets.js';
import { balanceOf, cityMandate, families, giveSlice } from '../../support/factories/mandates.js';
import { expectEveryRupiahExplained } from '../../support/factories/money-check.js';
import { aDecree } from '../../support/factories/orders.js';
import { aPeriod, CITY, type MadePeriod } from '../../support/factories/periods.js';
import { anotherCity, moveQuotas, OTHER_CITY, proposeQuotas, signQuotas } from '../../support/factories/quotas.js';
import { aVerifiedRoster, rowsFor } from '../../support/factories/rosters.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

async function withBudget(period: MadePeriod): Promise<MadePeriod> {
  const year = Number(period.months[0]?.slice(0, 4));
  await aBudget(database.manager, { year });
  return period;
}
const aRunning = async (quota = 100): Promise<MadePeriod> => withBudget(await aPeriod(database.manager, { quota }));

async function quotasOf({ periodId }: MadePeriod): Promise<Record<string, number>> {
  const rows = await new PeriodRepository(database.manager).allocations(periodId);
  return Object.fromEntries(rows.map(({ cityCode, quotaFamilies }) => [cityCode, quotaFamilies]));
}
const changeOf = (changeId: string) => new QuotaChangeRepository(database.manager).find(changeId);
const apply = (changeId: string) => new ApplyQuotaChange(database.source).apply(changeId);
const refusalsOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return (error as { details: { refusals: { code: string }[] } }).details.refusals.map(({ code }) => code);
};

test('a transfer moves quota, ledger and both mandates at once, and the nation’s total stays', async () => {
  const period = await aRunning();
  await anotherCity(database.source, period, 50);
  const before = (await new ConservationRepository(database.manager).of(period.periodId, NATION)).allocated;
  const changeId = await moveQuotas(database.source, period, { [CITY]: 20, [OTHER_CITY]: -20 });
  expect(await quotasOf(period)).toEqual({ [CITY]: 120, [OTHER_CITY]: 30 });
  await expectEveryRupiahExplained(database.manager, period);
  expect((await new ConservationRepository(database.manager).of(period.periodId, NATION)).allocated).toEqual(before);
  expect(await changeOf(changeId)).toMatchObject({
    state: 'applied',
    lines: [
      { cityCode: CITY, beforeFamilies: 100, afterFamilies: 120 },
      { cityCode: OTHER_CITY, beforeFamilies: 50, afterFamilies: 30 },
    ],
  });
  const mandateId = await cityMandate(database.source, period);
  expect(await balanceOf(database.source, mandateId)).toMatchObject({ left: 120 });
  const events = await new MandateRepository(database.manager).events(mandateId);
  expect(events.at(-1)).toMatchObject({ event: 'raised', families: 20 });
});

test('applied twice it moves once', async () => {
  const period = await aRunning();
  const changeId = await moveQuotas(database.source, period, { [CITY]: 5 });
  await apply(changeId);
  expect(await quotasOf(period)).toEqual({ [CITY]: 105 });
  await expectEveryRupiahExplained(database.manager, period);
});

test('what the decree left goes back to the budget, and not a family more', async () => {
  const period = await withBudget(await aDecree(database.source, 6));
  const year = Number(period.months[0]?.slice(0, 4));
  const committed = async () =>
    (await new BudgetRepository(database.manager).years('sembako')).find((one) => one.year === year)?.committedRupiah;
  const first = BigInt((await committed()) ?? 0);
  const tooMuch = proposeQuotas(database.source, period.periodId, { [CITY]: -3 });
  expect(await refusalsOf(tooMuch)).toEqual(['QUOTA_TAKEN']);
  await moveQuotas(database.source, period, { [CITY]: -2 });
  expect(await quotasOf(period)).toEqual({ [CITY]: 6 });
  expect(first - BigInt((await committed()) ?? 0)).toBe(2n * 400_000n);
  await expectEveryRupiahExplained(database.manager, period);
  const more = proposeQuotas(database.source, period.periodId, { [CITY]: 1 });
  expect(await refusalsOf(more)).toEqual(['QUOTA_DECREED']);
});

test('two recalls of the same families: the second lapses, says why, and moves nothing', async () => {
  const period = await withBudget(await aDecree(database.source, 6));
  const [one, other] = [
    await proposeQuotas(database.source, period.periodId, { [CITY]: -2 }),
    await proposeQuotas(database.source, period.periodId, { [CITY]: -1 }),
  ];
  for (const id of [one, other]) await signQuotas(database.source, period, id);
  await Promise.all([one, other].map(apply));
  const states = [await changeOf(one), await changeOf(other)].map(({ state }) => state);
  expect(states.toSorted()).toEqual(['applied', 'lapsed']);
  const lapsed = await changeOf(states[0] === 'lapsed' ? one : other);
  expect(lapsed.lapsedFor).toMatchObject([{ code: 'QUOTA_TAKEN' }]);
  await expectEveryRupiahExplained(database.manager, period);
  const letters = await rowsOf<{ event: string }>(
    database.manager,
    `select distinct details ->> 'event' as event from notification where key like 'quota.ended:' || $1 || ':%'`,
    [lapsed.id],
  );
  expect(letters).toEqual([{ event: 'lapsed' }]);
});

test('a decree and a recall at the same moment: whoever comes second sees what the first left', async () => {
  const period = await aRunning(10);
  const rosterId = await aVerifiedRoster(database.source, period, rowsFor(8));
  const decrees = () => new DecreeRepository(database.manager);
  const { id } = await decrees().draft(period.periodId, CITY, rosterId);
  const changeId = await proposeQuotas(database.source, period.periodId, { [CITY]: -5 });
  await signQuotas(database.source, period, changeId);
  const ends = await Promise.allSettled([
    apply(changeId),
    inTransaction(database.source, (manager) => new DecreeRepository(manager).ratify(id)),
  ]);
  const { state } = await changeOf(changeId);
  // Either the list was cut, and is signed anew, or the recall came too late.
  expect([state, ends[1].status]).toEqual(state === 'applied' ? ['applied', 'rejected'] : ['lapsed', 'fulfilled']);
  await expectEveryRupiahExplained(database.manager, period);
});

test('what slices of the mandate bind stays', async () => {
  const period = await aRunning();
  await giveSlice(database.source, await cityMandate(database.source, period), { ceiling: families(40) });
  expect(await refusalsOf(proposeQuotas(database.source, period.periodId, { [CITY]: -61 }))).toEqual(['QUOTA_TAKEN']);
  await moveQuotas(database.source, period, { [CITY]: -60 });
  expect(await quotasOf(period)).toEqual({ [CITY]: 40 });
});

test('of a city that refused its mandate all comes back', async () => {
  const period = await withBudget(await aPeriod(database.manager, { mandate: 'granted' }));
  const mandates = new MandateRepository(database.manager);
  await mandates.record(await cityMandate(database.source, period), 'refused', undefined, 'tidak sanggup');
  expect(await refusalsOf(proposeQuotas(database.source, period.periodId, { [CITY]: 1 }))).toEqual([
    'QUOTA_NO_MANDATE',
  ]);
  await moveQuotas(database.source, period, { [CITY]: -100 });
  expect(await quotasOf(period)).toEqual({ [CITY]: 0 });
  await expectEveryRupiahExplained(database.manager, period);
});

test('a mandate that is not answered yet is answered with the new ceiling', async () => {
  const period = await withBudget(await aPeriod(database.manager, { mandate: 'granted' }));
  await moveQuotas(database.source, period, { [CITY]: 7 });
  const terms = await new MandateRepository(database.manager).terms(await cityMandate(database.source, period));
  expect(terms).toMatchObject({ families: 107, amountRupiah: (107n * 400_000n).toString() });
});

test('the budget bears no more than it has, a transfer costs it nothing', async () => {
  const period = await aPeriod(database.manager, { quota: 10 });
  await anotherCity(database.source, period, 10);
  const year = Number(period.months[0]?.slice(0, 4));
  await aBudget(database.manager, { year, amountRupiah: 20n * 400_000n });
  await expect(proposeQuotas(database.source, period.periodId, { [CITY]: 1 })).rejects.toMatchObject({
    code: 'BUDGET_EXCEEDED',
  });
  await moveQuotas(database.source, period, { [CITY]: 1, [OTHER_CITY]: -1 });
  expect(await quotasOf(period)).toEqual({ [CITY]: 11, [OTHER_CITY]: 9 });
});

test('a refused change ends, and only one that somebody has refused', async () => {
  const period = await aRunning();
  const changeId = await proposeQuotas(database.source, period.periodId, { [CITY]: 5 });
  const refuse = () => new ApplyQuotaChange(database.source).refuse(changeId);
  await expect(refuse()).rejects.toMatchObject({ code: 'LICENCE_MISSING' });
  await signQuotas(database.source, period, changeId, 'refused');
  await refuse();
  await refuse();
  await expect(apply(changeId)).rejects.toMatchObject({ code: 'LICENCE_MISSING' });
  expect((await changeOf(changeId)).state).toBe('refused');
  expect(await quotasOf(period)).toEqual({ [CITY]: 100 });
});

test('a line that is altered after it was signed is no licence', async () => {
  const period = await aRunning();
  const changeId = await proposeQuotas(database.source, period.periodId, { [CITY]: 5 });
  await signQuotas(database.source, period, changeId);
  await database.asOwner((owner) =>
    owner.query(`update quota_change_line set delta_families = 50 where change_id = $1`, [changeId]),
  );
  await expect(apply(changeId)).rejects.toMatchObject({ details: { missing: 'paper' } });
  expect(await quotasOf(period)).toEqual({ [CITY]: 100 });
  await expect(
    database.manager.query(`update quota_change_line set delta_families = 9 where change_id = $1`, [changeId]),
  ).rejects.toThrow('permission denied');
});

test('whatever is moved, in whatever order, every rupiah is explained and nobody has less than is taken', async () => {
  const period = await aRunning(30);
  await anotherCity(database.source, period, 30);
  const move = fc.record({ city: fc.constantFrom(CITY, OTHER_CITY), delta: fc.integer({ min: -20, max: 20 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 3 }), async (moves) => {
      const sums: Record<string, number> = {};
      for (const { city, delta } of moves) sums[city] = (sums[city] ?? 0) + delta;
      const lines = Object.fromEntries(Object.entries(sums).filter(([, delta]) => delta !== 0));
      if (Object.keys(lines).length === 0) return;
      const before = await quotasOf(period);
      const moved = await moveQuotas(database.source, period, lines).then(
        () => true,
        () => false,
      );
      const after = await quotasOf(period);
      for (const [city, quota] of Object.entries(before)) {
        expect(after[city]).toBe(moved ? quota + (lines[city] ?? 0) : quota);
        expect(after[city]).toBeGreaterThan(0);
      }
      await expectEveryRupiahExplained(database.manager, period);
    }),
    { numRuns: 12 },
  );
  const cities = await new QuotaChangeRepository(database.manager).cities(period.periodId);
  for (const city of cities) expect(limitsOf(city).recallable).toBe(city.quotaFamilies - 1);
});

test('a proposed change starts its workflow, and keeps the period from closing', async () => {
  const period = await aRunning();
  await proposeQuotas(database.source, period.periodId, { [CITY]: 5 });
  const sent = await rowOf<{ kind: string }>(
    database.manager,
    `select kind from outbox where payload ->> 'periodId' = $1 and kind = 'quota-change'`,
    [period.periodId],
  );
  expect(sent).toEqual({ kind: 'quota-change' });
  const about = { kind: 'period.close', subjectType: 'report', subjectId: period.periodId } as const;
  const { taskId } = await openTask(database.source, aNewTask(period, about));
  const task = await inTransaction(database.source, (manager) => new TaskRepository(manager).lock(taskId));
  const command = { outcome: 'approved', artefactHash: 'hash', details: {} } as const;
  const refused = DECISION_CHECKS['period.close'](database.manager, task, command);
  expect(await refusalsOf(refused)).toContain('CLOSURE_QUOTAS');
});
