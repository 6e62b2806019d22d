import { DecreeRepository, inTransaction, DecreeOrderRepository, rowsOf } from '#persistence';
import { expectEveryRupiahExplained, statesOf } from '../../support/factories/money-check.js';
import { aPeriod, BENEFIT, type MadePeriod } from '../../support/factories/periods.js';
import { aRow, aVerifiedRoster, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const draft = ({ periodId, cityCode }: MadePeriod, rosterId: string) =>
  inTransaction(database.source, (manager) => new DecreeRepository(manager).draft(periodId, cityCode, rosterId));
const ratify = (decreeId: string) =>
  inTransaction(database.source, (manager) => new DecreeRepository(manager).ratify(decreeId));
const change = (rosterId: string, rowNumber: number, set: string) =>
  rowsOf(database.manager, `update roster_row set ${set} where roster_id = $1 and row_number = $2`, [
    rosterId,
    rowNumber,
  ]);

test('everybody who is left out is counted under the first reason that applies', async () => {
  const period = await aPeriod(database.manager, { quota: 3 });
  const rows = [...rowsFor(9), aRow(10, { accountHash: null }), aRow(11, { state: 'invalid' })];
  const rosterId = await aVerifiedRoster(database.source, period, [
    ...rows,
    { ...aRow(12), nikHash: rows[0]?.nikHash ?? null },
  ]);
  await change(rosterId, 2, `verdict = 'ineligible', verdict_reason = 'deceased'`);
  await change(rosterId, 3, `verdict = null`);
  await change(rosterId, 4, `match_result = 'dead'`);
  await change(rosterId, 5, `verdict = 'check'`);

  const decree = await draft(period, rosterId);

  expect(decree).toMatchObject({ families: 3, amountRupiah: `${3n * BENEFIT}`, state: 'draft' });
  expect(decree.excluded).toEqual({
    ineligible_deceased: 1,
    not_verified: 2,
    frozen_dead: 1,
    no_account: 1,
    row_invalid: 1,
    row_duplicate: 1,
    over_quota: 2,
  });
  await ratify(decree.id);
  const listed = await rowsOf<{ rowNumber: number }>(
    database.manager,
    'select f.row_number as "rowNumber" from entitlement e join roster_row f on f.id = e.roster_row_id where e.decree_id = $1 order by 1',
    [decree.id],
  );
  expect(listed.map(({ rowNumber }) => rowNumber)).toEqual([1, 6, 7]);
});

test('an account that no bank can carry leaves its family out, and stops nobody else', async () => {
  const period = await aPeriod(database.manager);
  const findings = JSON.stringify([{ code: 'ACCOUNT_LENGTH', column: 'NOMOR REKENING', params: { characters: 9 } }]);
  const rosterId = await aVerifiedRoster(database.source, period, [
    ...rowsFor(2),
    aRow(3, { state: 'warning', findings }),
  ]);

  expect(await draft(period, rosterId)).toMatchObject({ families: 2, excluded: { account_format: 1 } });
});

test('drafting the same list finds the draft; a changed list voids it', async () => {
  const period = await aPeriod(database.manager);
  const rosterId = await aVerifiedRoster(database.source, period, rowsFor(4));
  const first = await draft(period, rosterId);
  expect(await draft(period, rosterId)).toEqual(first);

  await change(rosterId, 1, `verdict = 'ineligible', verdict_reason = 'capable'`);
  const second = await draft(period, rosterId);

  expect(second).toMatchObject({ version: 2, families: 3 });
  expect((await new DecreeRepository(database.manager).find(first.id)).state).toBe('void');
});

test('ratifying twice, also at once, freezes every family once', async () => {
  const period = await aPeriod(database.manager);
  const { id } = await draft(period, await aVerifiedRoster(database.source, period, rowsFor(5)));

  await Promise.all([ratify(id), ratify(id)]);
  await ratify(id);

  expect(await statesOf(database.manager, period.periodId)).toEqual({ decreed: 5 });
  await expectEveryRupiahExplained(database.manager, period);
  expect((await new DecreeRepository(database.manager).find(id)).state).toBe('ratified');
});

test.each([
  ['lost a family', `verdict = 'ineligible', verdict_reason = 'capable'`],
  ['has another family in its place', `nik_hash = '\\x0102030405060708090a0b0c0d0e0f10'`],
])('a list that %s since it was drafted is not ratified, and nothing is posted', async (_how, set) => {
  const period = await aPeriod(database.manager);
  const rosterId = await aVerifiedRoster(database.source, period, rowsFor(4));
  const { id } = await draft(period, rosterId);
  await change(rosterId, 1, set);

  await expect(ratify(id)).rejects.toMatchObject({ code: 'DECREE_LIST_CHANGED' });
  expect(await statesOf(database.manager, period.periodId)).toEqual({});
  await expectEveryRupiahExplained(database.manager, period);
  expect((await new DecreeRepository(database.manager).find(id)).state).toBe('draft');
});

test('a list with nobody on it is refused', async () => {
  const period = await aPeriod(database.manager);
  const rosterId = await aVerifiedRoster(database.source, period, [aRow(1, { accountHash: null })]);
  await expect(draft(period, rosterId)).rejects.toMatchObject({ code: 'DECREE_EMPTY' });
});

test('only a ratified decree can be ordered, and it is ordered once', async () => {
  const period = await aPeriod(database.manager);
  const { id } = await draft(period, await aVerifiedRoster(database.source, period, rowsFor(2)));
  const orders = new DecreeOrderRepository(database.manager);

  await expect(orders.draft(id)).rejects.toMatchObject({ code: 'DECREE_NOT_RATIFIED' });
  await ratify(id);
  const [one, other] = await Promise.all([orders.draft(id), orders.draft(id)]);
  expect(one.id).toBe(other.id);
});
