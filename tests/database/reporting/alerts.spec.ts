import { LookAtAlerts } from '#application';
import { addCalendarDays, type AlertRule } from '#domain';
import { AlertFigures, AlertRepository, inTransaction, ProgrammeClockRepository, rowsOf } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { CITY } from '../../support/factories/periods.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const WINDOW = 'three-months-fifteen-days';
const SHARE: AlertRule = {
  ...{ kind: 'not_transacted', territoryCode: CITY, level: 'city', limit: 50, daysLeft: 180 },
  role: 'dinsos_head',
};
let head: MadeOfficer;
beforeAll(async () => {
  head = await anOfficer(database.manager, 'dinsos_head', { territoryCode: CITY });
});
afterEach(async () => {
  // Rules of one spec must not watch the periods of the next.
  const alerts = new AlertRepository(database.manager);
  for (const { id } of await alerts.rules()) await alerts.end(id, ['ID'], head.officerId);
});

const alerts = () => new AlertRepository(database.manager);
const look = () => new LookAtAlerts(database.source, loadWorkingCalendar()).look();
const open = async (periodId: string) =>
  (await alerts().open(['ID'], 500)).filter((alert) => alert.periodId === periodId);

/** Eight families that were credited; so many of them have used their money since. */
async function aPeriod(used: number) {
  const made = await anOrder(database.source, 8);
  const ids = await instructionsOf(database.source, made.order.id);
  await applyFile(
    database.source,
    made.order,
    'status',
    ids.map((id) => aLine(id)),
  );
  await use(made, used);
  return made;
}
async function use({ order }: Awaited<ReturnType<typeof anOrder>>, used: number): Promise<void> {
  const ids = await instructionsOf(database.source, order.id);
  const spent = { onDate: '2023-03-21', withdrawnRupiah: '400000', balanceRupiah: '0' };
  const left = { withdrawnRupiah: '0', balanceRupiah: '400000' };
  await applyFile(
    database.source,
    order,
    'usage',
    ids.map((id, at) => (at < used ? aLine(id, 'transacted', spent) : aLine(id, 'not_transacted', left))),
  );
}
const messages = (periodId: string) =>
  rowsOf<{ details: { what: string } }>(
    database.manager,
    `select details from notification where kind = 'alert.opened' and officer_id = $1 and key like '%' || $2 || '%'`,
    [head.officerId, periodId],
  );

test('unused money is what families, counted one by one, have left, at each level', async () => {
  const { periodId } = await aPeriod(3);
  for (const [level, length] of [
    ['city', 5],
    ['kecamatan', 8],
    ['kelurahan', 13],
  ] as const) {
    const plain = await rowsOf(
      database.manager,
      `select left(kelurahan_code, $2) as "territoryCode", count(*) filter (where state <> 'transacted')::int as value, count(*)::int as of
         from entitlement where period_id = $1 group by 1 order by 1`,
      [periodId, length],
    );
    const figures = await new AlertFigures(database.manager).notTransacted(
      { periodId, territoryCode: CITY, level },
      WINDOW,
      180,
    );
    expect(figures.toSorted((one, other) => one.territoryCode.localeCompare(other.territoryCode))).toEqual(plain);
  }
});

test('a share is looked at only in the days before the last one', async () => {
  const { periodId } = await aPeriod(0);
  const at = (days: number) =>
    new AlertFigures(database.manager).notTransacted({ periodId, territoryCode: 'ID', level: 'city' }, WINDOW, days);
  expect(await at(1)).toEqual([]);
  expect(await at(180)).toEqual([{ territoryCode: CITY, value: 8, of: 8 }]);
});

test('a limit that is passed opens one alert and tells the office once, and ends when the figure is better', async () => {
  const made = await aPeriod(3);
  await inTransaction(database.source, (manager) => new AlertRepository(manager).add(SHARE, head.officerId));
  const next = await look();
  await look();
  expect(await open(made.periodId)).toMatchObject([{ territoryCode: CITY, value: 5, of: 8, limit: 50 }]);
  expect(await messages(made.periodId)).toEqual([{ details: { what: 'not_transacted', place: CITY } }]);
  // Tomorrow's first minute, in Jakarta.
  const today = await new ProgrammeClockRepository(database.manager).today();
  expect(next?.dueAt).toBe(`${today}T17:00:00.000Z`);
  await use(made, 7);
  await look();
  expect(await open(made.periodId)).toEqual([]);
});

test('a rule that is stopped takes its alerts along, and then nothing is to be looked at', async () => {
  const { periodId } = await aPeriod(0);
  const id = await alerts().add(SHARE, head.officerId);
  await look();
  expect(await open(periodId)).toHaveLength(1);
  await alerts().end(id, [CITY], head.officerId);
  expect(await open(periodId)).toEqual([]);
  expect(await look()).toBeUndefined();
  await expect(alerts().end(id, ['ID'], head.officerId)).rejects.toMatchObject({ code: 'ALERT_RULE_UNKNOWN' });
});

test('breaks are old when they have been open longer than the rule says', async () => {
  const made = await anOrder(database.source, 2);
  const [silent = ''] = await instructionsOf(database.source, made.order.id);
  await applyFile(database.source, made.order, 'status', [aLine(silent)]);
  await alerts().add({ ...SHARE, kind: 'old_breaks', limit: 14, daysLeft: null }, head.officerId);
  await look();
  expect(await open(made.periodId)).toEqual([]);
  const later = addCalendarDays(await new ProgrammeClockRepository(database.manager).today(), 15);
  await database.source.transaction((manager) => new ProgrammeClockRepository(manager).moveTo(later));
  await look();
  expect(await open(made.periodId)).toMatchObject([{ kind: 'old_breaks', value: 1, of: 1 }]);
});

test('the database keeps what a rule said', async () => {
  const id = await alerts().add(SHARE, head.officerId);
  await expect(database.manager.query('update alert_rule set limit_value = 90 where id = $1', [id])).rejects.toThrow(
    'permission denied',
  );
});
