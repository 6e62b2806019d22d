import type { Config } from '#config';
import {
  AllocationService,
  ApplyQuotaChange,
  BreakDesk,
  DecreeService,
  describeArtefact,
  DoubtDesk,
  FailedPaymentsDesk,
  PaymentOrderService,
  PeriodProgress,
  TreasuryReturnService,
} from '#application';
import { LICENCES, type LicensedAct, type TaskKind } from '#domain';
import { inTransaction, PersonVault, rowOf, TreasuryReturnRepository } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { proposeForBreaks, signBreaks } from '../../support/factories/breaks.js';
import { anOfficer } from '../../support/factories/officers.js';
import { statesOf } from '../../support/factories/money-check.js';
import { aDecree, aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { aBudget } from '../../support/factories/budgets.js';
import { aPeriod, CITY, type MadePeriod } from '../../support/factories/periods.js';
import { proposeQuotas } from '../../support/factories/quotas.js';
import { aRoster, rowsFor } from '../../support/factories/rosters.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
/** The bank is asked for nothing here: whoever has no licence does not come so far. */
const nowhere = {
  mailboxes: { bank: { host: '127.0.0.1', port: 1 } },
  exchangeDir: '/nonexistent',
} as unknown as Config;
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });

interface Scene {
  /** What the decision would be about. */
  readonly matter: string;
  /** What a workflow does once it has been told of a decision, whoever told it. */
  readonly act: () => Promise<unknown>;
}

const scenes: Readonly<Record<LicensedAct, () => Promise<Scene>>> = {
  'doubts.settle': async () => {
    const rosterId = await aRoster(database.source, await aPeriod(database.manager), rowsFor(2));
    return { matter: rosterId, act: () => new DoubtDesk(database.source).settle(rosterId, 1) };
  },
  'allocation.approve': async () => {
    const { periodId } = await aPeriod(database.manager);
    return { matter: periodId, act: () => new AllocationService(database.source).post(periodId) };
  },
  'quota.approve': async () => {
    const { periodId, months } = await aPeriod(database.manager);
    await aBudget(database.manager, { year: Number(months[0]?.slice(0, 4)) });
    const changeId = await proposeQuotas(database.source, periodId, { [CITY]: 5 });
    return { matter: changeId, act: () => new ApplyQuotaChange(database.source).apply(changeId) };
  },
  'closing.ratify': async () => {
    const { decreeId } = await aDecree(database.source, 2);
    return { matter: decreeId, act: () => new DecreeService(database.source).ratify(decreeId) };
  },
  'payment.release': async () => {
    const { order } = await anOrder(database.source, 2);
    return { matter: order.id, act: () => new PaymentOrderService(database.source, vault, nowhere).release(order.id) };
  },
  'payment.repair': async () => {
    const { order } = await anOrder(database.source, 2);
    return { matter: order.id, act: () => new FailedPaymentsDesk(database.source).reissue(order.id, 1) };
  },
  'breaks.settle': async () => {
    const { order } = await anOrder(database.source, 2);
    return { matter: order.id, act: () => new BreakDesk(database.source, loadWorkingCalendar()).settle(order.id, 1) };
  },
  'return.instruct': async () => {
    const { order } = await anOrder(database.source, 2);
    await inTransaction(database.source, (manager) => new TreasuryReturnRepository(manager).draft(order.id));
    return {
      matter: order.id,
      act: () => new TreasuryReturnService(database.source, vault, nowhere).instruct(order.id),
    };
  },
  'return.confirm': async () => {
    const { order } = await anOrder(database.source, 2);
    await inTransaction(database.source, (manager) => new TreasuryReturnRepository(manager).draft(order.id));
    return {
      matter: order.id,
      act: () => new TreasuryReturnService(database.source, vault, nowhere).confirm(order.id),
    };
  },
  'period.close': async () => {
    const { periodId } = await aPeriod(database.manager);
    return { matter: periodId, act: () => new PeriodProgress(database.source, loadWorkingCalendar()).close(periodId) };
  },
};

/** Everything that law or money could have changed. */
const books = () =>
  rowOf(
    database.manager,
    `select (select count(*) from posting) as postings, (select count(*) from mandate) as mandates,
            (select string_agg(state, ',' order by id) from payment_order) as orders,
            (select string_agg(state, ',' order by id) from treasury_return) as returns,
            (select string_agg(state, ',' order by id) from period) as periods,
            (select string_agg(doubt_round::text, ',' order by id) from roster) as doubts,
            (select string_agg(state, ',' order by id) from decree) as decrees,
            (select string_agg(state, ',' order by id) from reconciliation_break) as breaks`,
  );
const alerts = async (matter: string) =>
  rowOf<{ notified: number; audited: number }>(
    database.manager,
    `select (select count(*)::int from notification where kind = 'licence.refused' and key like '%' || $1 || '%') as notified,
            (select count(*)::int from audit_entry where action = 'licence.refused' and subject_id = $1) as audited`,
    [matter],
  );

beforeAll(async () => {
  await anOfficer(database.manager, 'auditor');
});

test.each(Object.keys(LICENCES) as LicensedAct[])(
  '%s that was only signalled is refused, changes nothing, and those who watch are told once',
  async (name) => {
    const { matter, act } = await scenes[name]();
    const before = await books();
    for (let time = 0; time < 2; time += 1) {
      await expect(act()).rejects.toMatchObject({ code: 'LICENCE_MISSING', details: { missing: 'decision' } });
    }
    expect(await books()).toEqual(before);
    const raised = await alerts(matter);
    expect(raised?.audited).toBe(1);
    expect(raised?.notified).toBeGreaterThan(0);
  },
);

async function decided(period: MadePeriod, kind: TaskKind, hash: string): Promise<void> {
  const about = {
    subjectType: 'period',
    subjectId: period.periodId,
    chainKey: `allocation:${period.periodId}`,
  } as const;
  const task = aNewTask(period, { kind, ...about, artefactHash: hash });
  const { taskId } = await openTask(database.source, task);
  const officer = await anOfficer(database.manager, kind === 'allocation.verify' ? 'ppk' : 'kpa');
  await decideTask(database.source, taskId, officer, { artefactHash: hash });
}

test('the quotas that two officers approved are posted; the same signatures over other quotas are no licence', async () => {
  const period = await aPeriod(database.manager);
  const { periodId } = period;
  const post = () => new AllocationService(database.source).post(periodId);
  const subject = { periodId, cityCode: 'ID', territoryCode: 'ID', type: 'period', id: periodId } as const;
  const { hash } = await describeArtefact(database.manager, subject, 'allocation.approve');

  await decided(period, 'allocation.verify', hash);
  await expect(post()).rejects.toMatchObject({ details: { missing: 'decision' } });
  await decided(period, 'allocation.approve', hash);
  await database.manager.query(
    `update allocation set quota_families = quota_families + 1, amount_rupiah = rupiah_per_family * (quota_families + 1)
      where period_id = $1`,
    [periodId],
  );
  await expect(post()).rejects.toMatchObject({ details: { missing: 'paper' } });
  await database.manager.query(
    `update allocation set quota_families = quota_families - 1, amount_rupiah = rupiah_per_family * (quota_families - 1)
      where period_id = $1`,
    [periodId],
  );
  await expect(post()).resolves.toEqual([period.cityCode]);
  await expect(post()).resolves.toEqual([period.cityCode]);
});

test('breaks that one proposed and another approved are settled; what was proposed after the signatures is not', async () => {
  const made = await anOrder(database.source, 2);
  const { order } = made;
  const [silent = ''] = await instructionsOf(database.source, order.id);
  await applyFile(database.source, order, 'status', [aLine(silent)]);
  const desk = new BreakDesk(database.source, loadWorkingCalendar());
  const propose = (resolution: 'credited' | 'failed') => proposeForBreaks(database.source, made, resolution);
  await propose('credited');
  await signBreaks(database.source, made);

  await propose('failed');
  await expect(desk.settle(order.id, 1)).rejects.toMatchObject({ details: { missing: 'paper' } });
  await propose('credited');
  await desk.settle(order.id, 1);
  await desk.settle(order.id, 1);
  await expect(statesOf(database.manager, order.periodId)).resolves.toEqual({ credited: 2 });
});
