import { corruptly } from '../../support/factories/corruptly.js';
import { ConservationRepository, inTransaction, LedgerRepository, PeriodRepository } from '#persistence';
import { isExplained, levelOf } from '#domain';
import { aDecree } from '../../support/factories/orders.js';
import { BENEFIT, CITY, type MadePeriod } from '../../support/factories/periods.js';
import { KELURAHAN } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const [LOST, SISTER, BESIDE] = KELURAHAN;
const OTHER_CITY = '33.74';
const ABOVE = [LOST, '32.75.02', CITY, '32', 'ID'];
const ASIDE = [SISTER, BESIDE, '32.75.03', OTHER_CITY, '33'];

/** Twelve families decreed in three kelurahan of Kota Bekasi, beside a city of another province that has only its quota. */
async function twoCities(): Promise<MadePeriod> {
  const period = await aDecree(database.source, 12);
  const { periodId } = period;
  const quotas = [
    { cityCode: CITY, quotaFamilies: 14 },
    { cityCode: OTHER_CITY, quotaFamilies: 3 },
  ];
  await inTransaction(database.source, async (manager) => {
    await new PeriodRepository(manager).setAllocations(periodId, BENEFIT, quotas);
    const ledger = new LedgerRepository(manager);
    const key = `allocation:${periodId}:${OTHER_CITY}`;
    const id = await ledger.begin({ key, kind: 'allocation', periodId, cityCode: OTHER_CITY });
    await ledger.post(id ?? '', 'appropriation', 'unallocated', OTHER_CITY, 3, 3n * BENEFIT);
  });
  return period;
}

const statement = (periodId: string, territoryCode: string) =>
  new ConservationRepository(database.manager).of(periodId, territoryCode);

/** One family of the first kelurahan, changed as only somebody with the database in hand could. */
const corrupt = (periodId: string, sql: string): Promise<unknown> =>
  corruptly(
    database,
    sql.replace('ONE', '(select min(id) from entitlement where period_id = $1 and kelurahan_code = $2)'),
    [periodId, LOST],
  );

test('what is decreed is allocated to its kelurahan, and every tier is the sum of its parts', async () => {
  const { periodId } = await twoCities();
  for (const place of [...ABOVE, ...ASIDE]) {
    expect([place, isExplained(await statement(periodId, place))]).toEqual([place, true]);
  }
  const allocated = async (place: string) => (await statement(periodId, place)).allocated;
  expect(await allocated(LOST)).toEqual({ families: 4, amountRupiah: 4n * BENEFIT });
  expect(await allocated('32.75.02')).toEqual({ families: 8, amountRupiah: 8n * BENEFIT });
  expect(await allocated(CITY)).toEqual({ families: 14, amountRupiah: 14n * BENEFIT });
  expect(await allocated('ID')).toEqual({ families: 17, amountRupiah: 17n * BENEFIT });
  expect((await statement(periodId, 'ID')).unallocated.families).toBe(5);
});

test('before the allocation is posted nothing is allocated', async () => {
  const { periodId } = await twoCities();
  await new PeriodRepository(database.manager).setAllocations(periodId, BENEFIT, [
    { cityCode: '33.75', quotaFamilies: 9 },
  ]);
  expect((await statement(periodId, '33.75')).allocated).toEqual({ families: 0, amountRupiah: 0n });
});

test.each([
  [
    'lost',
    'delete from entitlement where id = ONE',
    [1, BENEFIT],
    [{ state: 'decreed', families: 1, amountRupiah: BENEFIT }],
  ],
  [
    'of another amount',
    'update entitlement set amount_rupiah = amount_rupiah - 1 where id = ONE',
    [0, 1n],
    [{ state: 'decreed', families: 0, amountRupiah: 1n }],
  ],
  [
    'in a state nobody posted',
    `update entitlement set state = 'failed' where id = ONE`,
    [0, 0n],
    [
      { state: 'decreed', families: 1, amountRupiah: BENEFIT },
      { state: 'failed', families: -1, amountRupiah: -BENEFIT },
    ],
  ],
])(
  'a family %s is a difference in every tier above it, and in none beside it',
  async (_how, sql, first, differences) => {
    const { periodId } = await twoCities();
    await corrupt(periodId, sql);
    for (const place of ABOVE) {
      const { firstDifferenceFamilies, firstDifferenceRupiah, ledgerDifferences } = await statement(periodId, place);
      expect([place, [firstDifferenceFamilies, firstDifferenceRupiah]]).toEqual([place, first]);
      expect([place, ledgerDifferences]).toEqual([place, differences]);
      const parts = await new ConservationRepository(database.manager).parts(periodId, 'ID', levelOf(place));
      expect(parts.filter((part) => !isExplained(part.statement)).map((part) => part.territoryCode)).toEqual([place]);
    }
    for (const place of ASIDE) expect([place, isExplained(await statement(periodId, place))]).toEqual([place, true]);
  },
);

test('a kelurahan that has lost all its families is still in the statement', async () => {
  const { periodId } = await twoCities();
  await corrupt(periodId, 'delete from entitlement where kelurahan_code = $2 and period_id = $1');
  const parts = await new ConservationRepository(database.manager).parts(periodId, CITY, 'kelurahan');
  const lost = parts.find(({ territoryCode }) => territoryCode === LOST);
  expect(lost?.statement.firstDifferenceFamilies).toBe(4);
});

test('a family moved to the next kelurahan is explained for the kecamatan and for neither of the two', async () => {
  const { periodId } = await twoCities();
  await corrupt(periodId, `update entitlement set kelurahan_code = '${SISTER}' where id = ONE`);
  expect(isExplained(await statement(periodId, '32.75.02'))).toBe(true);
  const places = await new ConservationRepository(database.manager).unexplained(periodId, CITY);
  expect(places.map(({ territoryCode }) => territoryCode)).toEqual([LOST, SISTER]);
});

test('a family that gets lost between the list and its entitlement shows at once', async () => {
  await database.asOwner((manager) =>
    manager.query(`
    create function lose_one() returns trigger language plpgsql as
      $$ begin return case when new.kpm_code = (select min(kpm_code) from roster_row where kelurahan_code = '${LOST}'
           and roster_id = (select roster_id from roster_row where id = new.roster_row_id)) then null else new end; end $$;
    create trigger lose_one before insert on entitlement for each row execute function lose_one()`),
  );
  try {
    const { periodId } = await twoCities();
    for (const place of ABOVE) {
      const { firstDifferenceFamilies, ledgerDifferences } = await statement(periodId, place);
      expect([place, firstDifferenceFamilies, ledgerDifferences]).toEqual([
        place,
        1,
        [{ state: 'decreed', families: 1, amountRupiah: BENEFIT }],
      ]);
    }
  } finally {
    await database.asOwner((manager) =>
      manager.query('drop trigger lose_one on entitlement; drop function lose_one()'),
    );
  }
});
