import { addCalendarDays, calendarDaysBetween, type EntitlementState, jakartaDate, returnDeadline } from '#domain';
import {
  BreakRepository,
  EntitlementRepository,
  ExchangedFileRepository,
  FileInboxReadModel,
  lastDayOfUseOf,
  rowsOf,
  ScorecardReadModel,
} from '#persistence';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const NATION = ['ID'];
const WINDOW = 'three-months-fifteen-days';
const ANSWER_DAYS = 3;
const CREDITED = ['credited', 'transacted', 'not_transacted', 'held', 'returned'];

/** Eight families: paid, failed with and without a reason, silent, used and unused; the money’s last day is long past. */
async function aPaidOrder(executedOn = '2022-03-02') {
  const made = await anOrder(database.source, 8);
  const ids = await instructionsOf(database.source, made.order.id);
  const id = (index: number): string => ids[index] ?? '';
  await database.asOwner((manager) =>
    manager.query(`update payment_order set execution_on = $2, sent_at = $2::date where id = $1`, [
      made.order.id,
      executedOn,
    ]),
  );
  await applyFile(database.source, made.order, 'status', [
    ...[aLine(id(0)), aLine(id(1)), aLine(id(2)), aLine(id(3))],
    ...[aLine(id(4), 'failed'), aLine(id(5), 'failed'), aLine(id(6), 'failed', { reason: null })],
  ]);
  await applyFile(database.source, made.order, 'usage', [
    aLine(id(0), 'transacted', { onDate: '2023-03-21', withdrawnRupiah: '400000', balanceRupiah: '0' }),
    aLine(id(1), 'not_transacted', { withdrawnRupiah: '0', balanceRupiah: '400000' }),
    aLine(id(2), 'not_transacted', { withdrawnRupiah: '0', balanceRupiah: '400000' }),
  ]);
  return {
    ...made,
    score: (territories = NATION) => new ScorecardReadModel(database.manager, made.periodId, territories),
  };
}

interface PlainRow {
  readonly state: EntitlementState;
  readonly reason: string | null;
  readonly amountRupiah: string;
  readonly lastDay: string;
}

test('what each payer did with the money is what a plain recount of the families says, and what the lists behind it show', async () => {
  const { periodId, score } = await aPaidOrder();
  const rows = await rowsOf<Omit<PlainRow, 'lastDay'> & { executionOn: string }>(
    database.manager,
    `select e.state, e.reason, e.amount_rupiah as "amountRupiah", o.execution_on::text as "executionOn"
       from entitlement e join payment_order o on o.id = e.order_id where e.period_id = $1`,
    [periodId],
  );
  const [{ today } = { today: '' }] = await rowsOf<{ today: string }>(
    database.manager,
    'select programme_today()::text as today',
  );
  const plain = rows.map((row) => ({ ...row, lastDay: returnDeadline(row.executionOn, WINDOW) }));
  const count = (is: (row: PlainRow) => boolean): number => plain.filter(is).length;
  const isIdle = ({ state, lastDay }: PlainRow): boolean =>
    ['credited', 'not_transacted', 'held'].includes(state) && lastDay < today;
  const rupiah = (is: (row: PlainRow) => boolean): string =>
    plain
      .filter(is)
      .reduce((sum, { amountRupiah }) => sum + BigInt(amountRupiah), 0n)
      .toString();

  const [paid, ...others] = await score().paid(WINDOW);
  expect(others).toEqual([]);
  expect(paid).toEqual({
    ...{ channel: 'card', payer: '-', ordered: plain.length, orderedRupiah: rupiah(() => true) },
    credited: count(({ state }) => CREDITED.includes(state)),
    failed: count(({ state }) => state === 'failed' || state === 'reissued'),
    ...{ idle: count(isIdle), idleRupiah: rupiah(isIdle) },
    returned: count(({ state }) => state === 'returned'),
    returnedRupiah: rupiah(({ state }) => state === 'returned'),
  });
  expect(paid).toMatchObject({ credited: 4, failed: 3, idle: 3 });
  expect(await score().failedFor()).toEqual([
    { channel: 'card', payer: '-', reason: 'AC04', families: 2 },
    { channel: 'card', payer: '-', reason: null, families: 1 },
  ]);
  const listed = async (more: object): Promise<number> =>
    (
      await new EntitlementRepository(database.manager).page({
        periodId,
        territories: NATION,
        limit: 50,
        payer: '-',
        channel: 'card',
        ...more,
      })
    ).length;
  expect(await listed({ idleByWindow: WINDOW })).toBe(3);
  expect(await listed({ states: ['failed', 'reissued'], reason: 'AC04' })).toBe(2);
  expect(await listed({ states: ['failed', 'reissued'], reason: '-' })).toBe(1);
  expect(await listed({ payer: 'another bank' })).toBe(0);
});

test('money is not idle while its last day of use has not passed', async () => {
  const [{ today } = { today: '' }] = await rowsOf<{ today: string }>(
    database.manager,
    'select programme_today()::text as today',
  );
  const { score } = await aPaidOrder(addCalendarDays(today, -20));
  expect(await score().paid(WINDOW)).toMatchObject([{ credited: 4, idle: 0, idleRupiah: '0' }]);
});

test('breaks are counted by type with the days that they stood, as a plain recount has it', async () => {
  const { periodId, order, score } = await aPaidOrder();
  await database.asOwner((manager) =>
    manager.query(
      `update reconciliation_break set opened_at = programme_now() - interval '10 days',
              settled_at = case when type = 'unmatched_internal' then programme_now() - interval '6 days' end,
              state = case when type = 'unmatched_internal' then 'settled' else 'open' end where order_id = $1`,
      [order.id],
    ),
  );
  const rows = await rowsOf<{ type: string; state: string }>(
    database.manager,
    'select type, state from reconciliation_break where order_id = $1',
    [order.id],
  );
  expect(rows.length).toBeGreaterThan(1);
  const found = await score().breaks();
  for (const { type, opened, open, meanDays, mostDays } of found) {
    const ofType = rows.filter((row) => row.type === type);
    const days = type === 'unmatched_internal' ? 4 : 10;
    expect([opened, open]).toEqual([ofType.length, ofType.filter(({ state }) => state === 'open').length]);
    expect([meanDays, mostDays]).toEqual([days, days]);
    const listed = await new BreakRepository(database.manager).page({
      ...{ periodId, territories: NATION, type, payer: '-', channel: 'card', sort: 'number', limit: 50 },
    });
    expect(listed).toHaveLength(opened);
  }
  expect(found.reduce((sum, { opened }) => sum + opened, 0)).toBe(rows.length);
});

test('an answer is late by the day on which it came, or by today while it has not; the list behind the number shows those files', async () => {
  const { periodId, order, score } = await aPaidOrder();
  const { id: orderId, messageId } = order;
  const register = new ExchangedFileRepository(database.manager);
  const days = ['2023-04-03', '2023-04-17', '2023-05-01', '2023-05-15'];
  for (const day of days) {
    const name = `${messageId}.usage-request-${day}.csv`;
    await register.noteSent({ orderId, name, kind: 'usage_request', mailbox: 'bank', sha256: 'ab', rows: null });
  }
  // Answered in time, a day too late, and never; the last was only sent today.
  const answeredAfter = [ANSWER_DAYS, ANSWER_DAYS + 1];
  await database.asOwner(async (manager) => {
    for (const [at, day] of days.slice(0, 3).entries()) {
      await manager.query(`update exchanged_file set passed_at = $2::timestamptz where name = $1`, [
        ...[`${messageId}.usage-request-${day}.csv`, `${day}T23:30:00+07:00`],
      ]);
      const after = answeredAfter[at];
      if (after === undefined) continue;
      await manager.query(
        `insert into bank_file (order_id, name, kind, sha256, rows, summary, applied_at, state, attempt, said_at)
         values ($1, $2, 'usage', $2, 0, '{}', $3::timestamptz, 'applied', 1, now())`,
        [orderId, `${messageId}.usage-${day}.csv`, `${addCalendarDays(day, after)}T00:30:00+07:00`],
      );
    }
  });
  const [{ now } = { now: new Date() }] = await rowsOf<{ now: Date }>(
    database.manager,
    'select programme_now() as now',
  );
  expect(await score().answers(ANSWER_DAYS)).toEqual([
    {
      ...{ channel: 'card', payer: '-', kind: 'usage_request', sent: 4, answered: 2, late: 2 },
      medianDays: 3.5,
      mostDays: calendarDaysBetween('2023-05-01', jakartaDate(now)),
    },
  ]);
  const late = await new FileInboxReadModel(database.manager).page({
    ...{ territories: NATION, periodId, payer: '-', channel: 'card', lateAfterDays: ANSWER_DAYS, limit: 50 },
  });
  expect(late.map(({ name, state }) => [name.slice(-14, -4), state])).toEqual([
    ['2023-05-01', 'waiting'],
    ['2023-04-17', 'answered'],
  ]);
});

test('nothing of another territory is counted', async () => {
  const { score } = await aPaidOrder();
  for (const territories of [['32.76'], []]) {
    const other = score(territories);
    expect([await other.paid(WINDOW), await other.failedFor(), await other.breaks(), await other.answers(3)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  }
});

test.each([['three-months-fifteen-days'], ['105-days']] as const)(
  'the last day of use by %s is the law’s, on every day of four years',
  async (window) => {
    const rows = await rowsOf<{ day: string; lastDay: string }>(
      database.manager,
      `select o.execution_on::text as day, (${lastDayOfUseOf('o', '$1')})::text as "lastDay"
       from (select d::date as execution_on, null::timestamptz as sent_at
               from generate_series(date '2023-01-01', date '2026-12-31', interval '1 day') d) o`,
      [window],
    );
    expect(rows).toHaveLength(1461);
    expect(rows.filter(({ day, lastDay }) => lastDay !== returnDeadline(day, window))).toEqual([]);
  },
);
