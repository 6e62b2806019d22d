import { BankFileRehearsal } from '#application';
import { rowOf, rowsOf } from '#persistence';
import { aCaseOrder } from '../../support/factories/bank-cases.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** Everything that a file could change. */
const books = () =>
  rowOf(
    database.manager,
    `select (select count(*) from bank_file) as files, (select count(*) from bank_answer) as answers,
            (select count(*) from posting) as postings, (select count(*) from outbox) as messages,
            (select string_agg(state, ',' order by id) from entitlement) as states,
            (select string_agg(state, ',' order by id) from reconciliation_break) as breaks,
            (select string_agg(state, ',' order by id) from payment_order) as orders`,
  );

async function scene() {
  const made = await aCaseOrder(database.source);
  const rehearsal = new BankFileRehearsal(database.source, made.intake);
  return { ...made, rehearsal };
}

test('a rehearsal tells every consequence and changes nothing; committed, it is exactly that', async () => {
  const { rehearsal, a, b, order, ...made } = await scene();
  const path = await made.write('bank-status/01a-a-refused.xml');
  const before = await books();
  const seen = await rehearsal.rehearse(path, order.messageId);

  expect(await books()).toEqual(before);
  expect(seen).toMatchObject({
    order: order.messageId,
    rows: [
      { endToEndId: a, from: 'ordered', to: 'failed', reason: 'AC04' },
      { endToEndId: b, from: 'ordered', to: 'credited', reason: null },
    ],
    breaks: [],
    postings: [
      { account: 'credited', families: 1, amountRupiah: '400000' },
      { account: 'failed', families: 1, amountRupiah: '400000' },
      { account: 'ordered', families: -2, amountRupiah: '-800000' },
    ],
    cases: { opens: 0, ends: 0 },
  });
  const { basis, ...effects } = seen;
  const { basis: _same, ...kept } = await rehearsal.commit(path, order.id, basis);
  expect(kept).toEqual(effects);
  expect(await made.states()).toEqual(['failed AC04', 'credited']);
  await made.explained();
});

test('a break is foreseen, with what was ordered and what was found', async () => {
  const { rehearsal, a, order, ...made } = await scene();
  const seen = await rehearsal.rehearse(await made.write('bank-status/04a-a-350000.xml'), order.id);

  expect(seen.breaks).toEqual([
    { endToEndId: a, type: 'amount_mismatch', state: 'open', expected: '400000', found: '350000' },
  ]);
  expect(await made.openBreaks()).toEqual([]);
});

test('a usage report says how many cases the cut-off would open', async () => {
  const { rehearsal, a, b, order, ...made } = await scene();
  await made.takeIn('bank-status/02a-both-settled.xml');
  const seen = await rehearsal.rehearse(await made.write('bank-usage/06-a-unused.csv'), order.id);

  expect(seen).toMatchObject({
    rows: [
      { endToEndId: a, from: 'credited', to: 'not_transacted' },
      { endToEndId: b, from: 'credited', to: 'transacted' },
    ],
    breaks: [],
    cases: { opens: 1, ends: 0 },
  });
});

test.each([
  ['bank-status/03-usd.xml', 'BANK_FILE_CURRENCY'],
  ['bank-status/05-another-order.xml', 'BANK_FILE_ORDER'],
  ['bank-status/08a-cut-short.xml', 'BANK_FILE_INCOMPLETE'],
  ['bank-usage/03b-as-of-31-april.csv', 'BANK_FILE_UNREADABLE'],
  ['bank-orders/GOOD.pain001.xml', 'BANK_FILE_UNREADABLE'],
])('%s would be refused: %s', async (fixture, code) => {
  const { rehearsal, order, ...made } = await scene();
  const path = await made.write(fixture);
  const before = await books();
  const seen = await rehearsal.rehearse(path, order.id);
  expect(seen.refused).toMatchObject({ code });
  expect(seen.rows).toBeUndefined();
  expect(await books()).toEqual(before);
});

test('what was rehearsed before another file came, or of another file, is not committed', async () => {
  const { rehearsal, order, ...made } = await scene();
  const first = await made.write('bank-status/01a-a-refused.xml');
  const other = await made.write('bank-status/02a-both-settled.xml');
  const { basis } = await rehearsal.rehearse(first, order.id);
  await expect(rehearsal.commit(other, order.id, basis)).rejects.toMatchObject({ code: 'REHEARSAL_STALE' });

  await made.takeIn('bank-status/02a-both-settled.xml');
  await expect(rehearsal.commit(first, order.id, basis)).rejects.toMatchObject({ code: 'REHEARSAL_STALE' });
  expect(await made.states()).toEqual(['credited', 'credited']);
});

test('of fifty commits at once one is kept', async () => {
  const { rehearsal, order, ...made } = await scene();
  const path = await made.write('bank-status/01a-a-refused.xml');
  const { basis } = await rehearsal.rehearse(path, order.id);
  const ended = await Promise.allSettled(Array.from({ length: 50 }, () => rehearsal.commit(path, order.id, basis)));

  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await rowsOf(database.manager, 'select 1 from bank_file where order_id = $1', [order.id])).toHaveLength(1);
  await made.explained();
});

test('an order that nobody has is named', async () => {
  const { rehearsal, ...made } = await scene();
  const path = await made.write('bank-status/01a-a-refused.xml');
  await expect(rehearsal.rehearse(path, 'ORDER-9')).rejects.toMatchObject({ code: 'ORDER_UNKNOWN' });
});
