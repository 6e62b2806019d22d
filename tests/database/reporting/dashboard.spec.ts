import { covers, levelBelow, type Measure, NATION, territoryFigures } from '#domain';
import { DashboardReadModel, inTransaction, LedgerRepository, PeriodRepository, rowsOf } from '#persistence';
import { expectCitySumsOfPostings } from '../../support/factories/money-check.js';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { BENEFIT, CITY } from '../../support/factories/periods.js';
import { planOf } from '../../support/factories/query-plan.js';
import { KELURAHAN } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const OTHER_CITY = '33.74';
const PLACES = [NATION, '32', '33', CITY, '32.76', '32.75.02', '32.75.03', ...KELURAHAN];
const NOTHING: Measure = { families: 0, amountRupiah: 0n };
const WINDOW = 'three-months-fifteen-days';

/** Twelve families of three kelurahan whose money went every way, beside a city of another province with its quota alone. */
async function aRunPeriod() {
  const made = await anOrder(database.source, 12);
  const { periodId, order } = made;
  await inTransaction(database.source, async (manager) => {
    await new PeriodRepository(manager).setAllocations(periodId, BENEFIT, [
      { cityCode: CITY, quotaFamilies: 14 },
      { cityCode: OTHER_CITY, quotaFamilies: 3 },
    ]);
    const ledger = new LedgerRepository(manager);
    const key = `allocation:${periodId}:${OTHER_CITY}`;
    const id = await ledger.begin({ key, kind: 'allocation', periodId, cityCode: OTHER_CITY });
    await ledger.post(id ?? '', 'appropriation', 'unallocated', OTHER_CITY, 3, 3n * BENEFIT);
  });
  const ids = await instructionsOf(database.source, order.id);
  const id = (index: number): string => ids[index] ?? '';
  await applyFile(database.source, order, 'status', [
    ...ids.slice(0, 8).map((paid) => aLine(paid)),
    ...[aLine(id(8), 'failed'), aLine(id(9), 'failed'), aLine('AMNUNKNOWN')],
  ]);
  await applyFile(database.source, order, 'usage', [
    ...[0, 1, 2].map((at) =>
      aLine(id(at), 'transacted', { onDate: '2023-03-21', withdrawnRupiah: '400000', balanceRupiah: '0' }),
    ),
    ...[3, 4, 5].map((at) => aLine(id(at), 'not_transacted', { withdrawnRupiah: '0', balanceRupiah: '400000' })),
  ]);
  return made;
}

const dashboard = (periodId: string, place: string, manager = database.manager) =>
  new DashboardReadModel(manager, periodId, place);

interface PlainFamily {
  readonly place: string;
  readonly state: string;
  readonly amountRupiah: string;
}

/** Families counted one by one, as nobody would in earnest. */
async function recount(periodId: string) {
  const families = await rowsOf<PlainFamily>(
    database.manager,
    `select kelurahan_code as place, state, amount_rupiah as "amountRupiah" from entitlement where period_id = $1 and state <> 'reissued'`,
    [periodId],
  );
  return (place: string, states: readonly string[]): Measure => {
    const counted = families.filter((family) => covers(place, family.place) && states.includes(family.state));
    return {
      families: counted.length,
      amountRupiah: counted.reduce((sum, { amountRupiah }) => sum + BigInt(amountRupiah), 0n),
    };
  };
}

const plus = (one: Measure, other: Measure): Measure => ({
  families: one.families + other.families,
  amountRupiah: one.amountRupiah + other.amountRupiah,
});

test('every figure of every part at every level is what a plain recount of the families says', async () => {
  const { periodId } = await aRunPeriod();
  const plain = await recount(periodId);
  expect(plain(NATION, ['transacted', 'not_transacted', 'failed'])).toMatchObject({ families: 8 });
  const seen = new Set<string>();
  for (const place of PLACES) {
    const model = dashboard(periodId, place);
    const allocated = await model.allocated();
    for (const { territoryCode, balances } of await model.balances()) {
      seen.add(territoryCode);
      // A city's own quota stands beside its parts, under its own code; what its families have is with the parts.
      if (territoryCode === place && levelBelow(place) !== undefined) continue;
      const figures = territoryFigures(allocated.get(territoryCode) ?? NOTHING, balances);
      const of = (...states: string[]) => plain(territoryCode, states);
      expect([territoryCode, figures]).toMatchObject([
        territoryCode,
        {
          transacted: of('transacted'),
          notTransacted: of('not_transacted', 'held', 'returned'),
          pending: of('decreed', 'ordered', 'credited'),
          failed: of('failed'),
          unreconciled: of('unreconciled'),
          returned: of('returned'),
          credited: of('credited', 'transacted', 'not_transacted', 'held', 'returned'),
          remainder: NOTHING,
        },
      ]);
    }
  }
  expect([...seen].sort()).toEqual(['32', CITY, '32.75.02', '32.75.03', ...KELURAHAN, '33', OTHER_CITY].sort());
});

test('the parts of a territory are all of it, at every level down to the kelurahan', async () => {
  const { periodId } = await aRunPeriod();
  const total = async (place: string): Promise<Record<string, Measure>> => {
    const sums: Record<string, Measure> = {};
    for (const { balances } of await dashboard(periodId, place).balances())
      for (const [account, measure] of Object.entries(balances))
        sums[account] = plus(sums[account] ?? NOTHING, measure);
    return sums;
  };
  const [nation, province, city] = [await total(NATION), await total('32'), await total(CITY)];
  expect(nation).toEqual({
    ...province,
    unallocated: plus(province['unallocated'] ?? NOTHING, { families: 3, amountRupiah: 3n * BENEFIT }),
  });
  expect(province).toEqual(city);
  const below: Record<string, Measure> = {};
  for (const place of ['32.75.02', '32.75.03'])
    for (const [account, measure] of Object.entries(await total(place)))
      below[account] = plus(below[account] ?? NOTHING, measure);
  expect({ ...below, unallocated: city['unallocated'] }).toEqual(city);
  await expectCitySumsOfPostings(database.manager, periodId);
});

test('open breaks, and money unused by day with its last days, are what a plain recount says', async () => {
  const { periodId, order } = await aRunPeriod();
  const plain = await recount(periodId);
  const breaks = await rowsOf<{ place: string }>(
    database.manager,
    `select coalesce((select e.kelurahan_code from entitlement e where e.id = b.entitlement_id), '${CITY}') as place
       from reconciliation_break b where order_id = $1 and state = 'open'`,
    [order.id],
  );
  expect(breaks.length).toBeGreaterThan(0);
  for (const place of PLACES) {
    const model = dashboard(periodId, place);
    const counted = [...(await model.openBreaks()).values()].reduce((sum, open) => sum + open, 0);
    expect([place, counted]).toEqual([place, breaks.filter((one) => covers(place, one.place)).length]);
    const unused = plain(place, ['credited', 'not_transacted', 'held']);
    const ended = plain(place, ['transacted', 'returned']).families;
    expect((await model.unusedByDay()).at(-1)).toEqual(
      unused.families + ended === 0
        ? undefined
        : {
            ...{ on: expect.any(String) as string, families: unused.families, ended },
            amountRupiah: unused.amountRupiah.toString(),
          },
    );
  }
  const deadlines = await dashboard(periodId, KELURAHAN[0]).deadlines(WINDOW);
  expect(deadlines).toEqual(await dashboard(periodId, NATION).deadlines(WINDOW));
  expect(deadlines?.last).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await dashboard(periodId, '33').deadlines(WINDOW)).toBeNull();
});

test('open cases are counted by what was found, and one that few may read says no more than that', async () => {
  const { periodId, order } = await aRunPeriod();
  await database.asOwner((manager) =>
    manager.query(
      `insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id,
                                   state, finding, restricted, deadline_on)
       select id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, 'desk',
              (array['to_visit', 'to_decide', 'to_decide', 'decided'])[at], (array[null, 'card_lost', 'died', 'moved'])[at], at = 3, '2023-06-25'
         from (select *, row_number() over (order by kelurahan_code, id) as at from entitlement where order_id = $1) e where at <= 4`,
      [order.id],
    ),
  );
  const open = await dashboard(periodId, NATION).openCases();
  expect(open.map(({ reason, families }) => [reason, families])).toEqual([
    ['card_lost', 1],
    ['not_visited', 1],
    ['restricted', 1],
  ]);
  for (const place of PLACES) {
    const [plain] = await rowsOf<{ open: number }>(
      database.manager,
      `select count(*)::int as open from follow_up_case where period_id = $1 and state in ('to_visit', 'to_decide')
          and ($2 = 'ID' or kelurahan_code = $2 or kelurahan_code like $2 || '.%')`,
      [periodId, place],
    );
    const counted = (await dashboard(periodId, place).openCases()).reduce((sum, { families }) => sum + families, 0);
    expect([place, counted]).toEqual([place, plain?.open]);
  }
});

test('the nation is added up from its cities alone, and a city reads its own postings, both by index', async () => {
  const { periodId } = await aRunPeriod();
  const other = await aRunPeriod();
  await database.asOwner(async (manager) => {
    await manager.query(
      `with moved as (
         insert into ledger_transaction (key, kind, period_id, city_code, posted_at)
         select 'plan:' || n, 'plan', $1, '32.' || lpad((n % 50 + 10)::text, 2, '0'), now() from generate_series(1, 3000) n
         returning id, city_code
       ), posted as (
         insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
         select m.id, a.account, m.city_code || '.01.' || (1000 + k), a.sign, a.sign * 400000
           from moved m, generate_series(1, 10) k, (values ('decreed', -1), ('ordered', 1)) a (account, sign)
         returning transaction_id, account, families, amount_rupiah
       )
       insert into city_posting (transaction_id, period_id, city_code, account, families, amount_rupiah, posted_on)
       select m.id, $1, m.city_code, p.account, sum(p.families), sum(p.amount_rupiah), '2023-03-01'
         from posted p join moved m on m.id = p.transaction_id group by m.id, m.city_code, p.account`,
      [periodId],
    );
    // Another period many times as large: what the index is for.
    await manager.query(
      `insert into city_posting (transaction_id, period_id, city_code, account, families, amount_rupiah, posted_on)
       select transaction_id, $2, city_code, account, families, amount_rupiah, posted_on
         from city_posting, generate_series(1, 20) where period_id = $1`,
      [periodId, other.periodId],
    );
    // And postings of other cities, among which one city's are few.
    await manager.query(
      `with moved as (
         insert into ledger_transaction (key, kind, period_id, city_code, posted_at)
         select 'more:' || n, 'plan', $1, '33.' || lpad((n % 50 + 10)::text, 2, '0'), now() from generate_series(1, 6000) n
         returning id, city_code
       )
       insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
       select m.id, a.account, m.city_code || '.01.' || (1000 + k), a.sign, a.sign * 400000
         from moved m, generate_series(1, 10) k, (values ('decreed', -1), ('ordered', 1)) a (account, sign)`,
      [periodId],
    );
    await manager.query('vacuum analyze city_posting');
    await manager.query('vacuum analyze posting');
    await manager.query('analyze ledger_transaction');
  });
  const nation = await planOf(database.manager, async (manager) => {
    await dashboard(periodId, NATION, manager).balances();
    await dashboard(periodId, NATION, manager).unusedByDay();
  });
  expect(nation).toContain('ix_city_posting_figures');
  expect(nation).not.toContain('Seq Scan on city_posting');
  const city = await planOf(database.manager, (manager) => dashboard(periodId, CITY, manager).balances());
  expect(city).toContain('ix_ledger_transaction_city');
  expect(city).toContain('ix_posting_transaction');
  expect(city).not.toContain('Seq Scan on posting');
});

test('open cases of the nation are counted without reading a decided one, and those of a city without another city’s', async () => {
  const { periodId } = await aRunPeriod();
  await database.asOwner(async (manager) => {
    await manager.query('set session_replication_role = replica');
    // Ten periods, a tenth of each open, and as many desks as cases: an index of desks or of places would read far more.
    await manager.query(
      `insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id, state, deadline_on)
       select 1000000 + n, case n % 10 when 0 then $1::uuid else md5((n % 10)::text)::uuid end, p.city, p.city || '.01.1001', 'K', 400000,
              'plan:' || n, case when n / 10 % 10 = 0 then 'to_visit' else 'decided' end, '2023-06-25'
         from generate_series(1, 40000) n cross join lateral (select '32.' || lpad((n / 100 % 50 + 10)::text, 2, '0') as city) p`,
      [periodId],
    );
    await manager.query('set session_replication_role = origin');
    await manager.query('vacuum analyze follow_up_case');
  });
  for (const place of [NATION, CITY]) {
    const plan = await planOf(database.manager, (manager) => dashboard(periodId, place, manager).openCases());
    expect([place, plan]).toEqual([place, expect.stringContaining('ix_case_open')]);
  }
});
