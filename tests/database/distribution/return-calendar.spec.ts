import { returnDeadline } from '#domain';
import { ReturnCalendarReadModel, type ReturnStage, rowsOf, TreasuryReturnRepository } from '#persistence';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const WINDOW = 'three-months-fifteen-days';
const STAGES: ReturnStage[] = ['ahead', 'soon', 'near', 'due', 'at_bank', 'deposited', 'done'];
const RULES = { window: WINDOW, soonDays: 30, nearDays: 7 };

const today = async (): Promise<string> => {
  const [row] = await rowsOf<{ day: string }>(database.manager, 'select programme_today()::text as day');
  return row?.day ?? '';
};

/** Eight families of whom two used their money, on an order that was paid on a day. */
async function aPaidOrder(executedOn: string) {
  const made = await anOrder(database.source, 8);
  const ids = await instructionsOf(database.source, made.order.id);
  await database.asOwner((manager) =>
    manager.query(`update payment_order set state = 'sent', execution_on = $2, sent_at = $2::date where id = $1`, [
      made.order.id,
      executedOn,
    ]),
  );
  await applyFile(
    database.source,
    made.order,
    'status',
    ids.map((id) => aLine(id)),
  );
  const used = ids.slice(0, 2);
  await applyFile(database.source, made.order, 'usage', [
    ...used.map((id) =>
      aLine(id, 'transacted', { onDate: '2023-03-21', withdrawnRupiah: '400000', balanceRupiah: '0' }),
    ),
    ...ids.slice(2).map((id) => aLine(id, 'not_transacted', { withdrawnRupiah: '0', balanceRupiah: '400000' })),
  ]);
  return made;
}

const calendar = (periodIds: readonly string[], over: Partial<Parameters<ReturnCalendarReadModel['page']>[0]> = {}) =>
  new ReturnCalendarReadModel(database.manager).page({
    rules: periodIds.map((periodId) => ({ periodId, ...RULES })),
    territories: ['ID'],
    stages: STAGES,
    limit: 50,
    ...over,
  });

/** The day of payment whose last day of use lies so many days from today. */
async function paidSoThat(daysLeft: number): Promise<string> {
  const end = new Date(`${await today()}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + daysLeft);
  const wanted = end.toISOString().slice(0, 10);
  const day = new Date(end);
  day.setUTCDate(day.getUTCDate() - 100);
  for (let tries = 0; tries < 20; tries += 1) {
    const paidOn = day.toISOString().slice(0, 10);
    if (returnDeadline(paidOn, WINDOW) === wanted) return paidOn;
    day.setUTCDate(day.getUTCDate() - 1);
  }
  return paidSoThat(daysLeft + 1);
}

test('an order stands on its last day of use, with what its families have not used', async () => {
  const { order, periodId } = await aPaidOrder('2022-03-02');
  const [row, ...others] = await calendar([periodId]);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ orderId: order.id, periodId, channel: 'card', payer: '-', stage: 'due', onHold: 0 });
  expect(row).toMatchObject({ lastDayOfUse: returnDeadline('2022-03-02', WINDOW), returned: 0, returnedRupiah: '0' });
  const [plain] = await rowsOf<{ families: number; rupiah: string }>(
    database.manager,
    `select count(*)::int as families, sum(amount_rupiah)::text as rupiah from entitlement
      where order_id = $1 and state in ('credited', 'not_transacted', 'held')`,
    [order.id],
  );
  expect([row?.unused, row?.unusedRupiah]).toEqual([plain?.families, plain?.rupiah]);
  expect(plain?.families).toBe(6);
});

test('the days of the policy make it near and soon, and the day itself still belongs to the families', async () => {
  const expected: (readonly [number, ReturnStage])[] = [
    ...([
      [-3, 'due'],
      [0, 'near'],
      [6, 'near'],
      [12, 'soon'],
      [29, 'soon'],
      [40, 'ahead'],
    ] as const),
  ];
  for (const [days, stage] of expected) {
    const { periodId } = await aPaidOrder(await paidSoThat(days));
    const [row] = await calendar([periodId]);
    expect([row?.stage, Math.abs((row?.daysLeft ?? 99) - days) <= 1]).toEqual([stage, true]);
  }
});

test('it follows the return to its end, and an empty list is done', async () => {
  const { order, periodId } = await aPaidOrder('2022-03-02');
  const returns = new TreasuryReturnRepository(database.manager);
  await returns.draft(order.id);
  const seen: unknown[] = [];
  for (const state of ['drafted', 'held', 'sent', 'deposited', 'confirmed'] as const) {
    await returns.setState(order.id, state);
    seen.push((await calendar([periodId])).map(({ stage }) => stage));
  }
  expect(seen).toEqual([['due'], ['at_bank'], ['at_bank'], ['deposited'], ['done']]);
  expect(await calendar([periodId], { stages: ['due', 'at_bank'] })).toEqual([]);
});

test('pages follow one another without a gap, and nobody sees another territory or period', async () => {
  const made = [await aPaidOrder('2022-05-02'), await aPaidOrder('2022-03-02'), await aPaidOrder('2022-04-02')];
  const periods = made.map(({ periodId }) => periodId);
  const whole = await calendar(periods);
  expect(whole.map(({ lastDayOfUse }) => lastDayOfUse)).toEqual(
    ['2022-03-02', '2022-04-02', '2022-05-02'].map((day) => returnDeadline(day, WINDOW)),
  );
  const pages = [];
  for (let after: { key: string; id: string } | undefined; ;) {
    const [row] = await calendar(periods, { limit: 1, ...(after && { after }) });
    if (row === undefined) break;
    pages.push(row.orderId);
    after = { key: row.lastDayOfUse, id: row.orderId };
  }
  expect(pages).toEqual(whole.map(({ orderId }) => orderId));
  expect(await calendar(periods, { territories: ['99'] })).toEqual([]);
  expect(await calendar(periods, { territories: [] })).toEqual([]);
  expect(await calendar([], {})).toEqual([]);
  const message = made[0]?.order.messageId ?? '';
  expect((await calendar(periods, { text: message.toLowerCase() })).map(({ messageId }) => messageId)).toEqual([
    message,
  ]);
});
