import { inTransaction, LedgerRepository } from '#persistence';
import { aPeriod, CITY } from '../../support/factories/periods.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const begin = async (ledger: LedgerRepository, periodId: string, key = `spec:${nextNumber()}`): Promise<string> => {
  const id = await ledger.begin({ key, kind: 'spec', periodId, cityCode: CITY });
  if (id === undefined) throw new Error('the key was taken');
  return id;
};

test.each([
  ['one side alone', `($1, 'decreed', $2, 1, 400000)`],
  ['rupiah out of nothing', `($1, 'unallocated', $2, -1, -400000), ($1, 'decreed', $2, 1, 400001)`],
  ['a family out of nothing', `($1, 'unallocated', $2, -1, -400000), ($1, 'decreed', $2, 2, 400000)`],
  ['families alone', `($1, 'decreed', $2, 1, 0)`],
])('%s is refused when the transaction ends, with everything else in it', async (_what, postings) => {
  const { periodId } = await aPeriod(database.manager);
  const forged = inTransaction(database.source, async (manager) => {
    const id = await begin(new LedgerRepository(manager), periodId);
    await manager.query(
      `insert into posting (transaction_id, account, territory_code, families, amount_rupiah) values ${postings}`,
      [id, CITY],
    );
  });
  await expect(forged).rejects.toThrow('do not sum to zero');
  const left = await database.manager.query<unknown[]>(
    `select 1 from ledger_transaction where kind = 'spec' and period_id = $1`,
    [periodId],
  );
  expect(left).toEqual([]);
});

test('several statements may make up one balanced movement', async () => {
  const { periodId } = await aPeriod(database.manager);
  await inTransaction(database.source, async (manager) => {
    const id = await begin(new LedgerRepository(manager), periodId);
    for (const amount of [300, -100, -200]) {
      await manager.query(
        `insert into posting (transaction_id, account, territory_code, families, amount_rupiah) values ($1, 'decreed', $2, 0, $3)`,
        [id, CITY, amount],
      );
    }
  });
});

test('the same key is posted once, also when two try at the same time', async () => {
  const { periodId } = await aPeriod(database.manager);
  const key = `spec:${nextNumber()}`;
  const post = () =>
    inTransaction(database.source, async (manager) => {
      const ledger = new LedgerRepository(manager);
      const id = await ledger.begin({ key, kind: 'spec', periodId, cityCode: CITY });
      if (id === undefined) return false;
      await ledger.post(id, 'unallocated', 'decreed', CITY, 1, 400_000n);
      return true;
    });
  const posted = await Promise.all(Array.from({ length: 8 }, post));
  expect(posted.filter(Boolean)).toHaveLength(1);
});

test('rupiah beyond what a double can hold are kept to the last one', async () => {
  const { periodId } = await aPeriod(database.manager);
  const amount = 9_007_199_254_740_993n;
  await inTransaction(database.source, async (manager) => {
    const ledger = new LedgerRepository(manager);
    await ledger.post(await begin(ledger, periodId), 'appropriation', 'decreed', CITY, 1, amount);
  });
  const balances = await new LedgerRepository(database.manager).balances(periodId, CITY);
  expect(balances.find(({ account }) => account === 'decreed')?.amountRupiah).toBe(amount.toString());
});

test('a posting added to an earlier movement is refused as well', async () => {
  const { periodId } = await aPeriod(database.manager);
  const later = database.manager.query(
    `insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
     select id, 'decreed', $2, 1, 400000 from ledger_transaction where period_id = $1`,
    [periodId, CITY],
  );
  await expect(later).rejects.toThrow('do not sum to zero');
});
