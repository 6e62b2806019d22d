import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { BankIntake } from '#application';
import type { BankMailbox } from '#channels';
import { ExchangedFileRepository, FileInboxReadModel, type FileInboxFilter, rowsOf } from '#persistence';
import { aCaseOrder } from '../../support/factories/bank-cases.js';
import { planOf } from '../../support/factories/query-plan.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const inbox = () => new FileInboxReadModel(database.manager);
const NATION = ['ID'];

const page = (text: string, more: Partial<FileInboxFilter> = {}) =>
  inbox().page({ territories: NATION, text, limit: 50, ...more });

/** What the inbox shows of an order's files, the oldest first. */
const states = async (text: string, more: Partial<FileInboxFilter> = {}) =>
  (await page(text, more)).map(({ kind, state, refusalCode }) => [kind, state, refusalCode]).toReversed();

const sent = (orderId: string, name: string, kind: 'order' | 'usage_request' | 'return_order') =>
  new ExchangedFileRepository(database.manager).noteSent({
    ...{ orderId, name, kind, mailbox: 'bank', sha256: 'ab', rows: 2 },
  });

test('each file is listed with what became of it: applied, refused with its code, or known from before', async () => {
  const order = await aCaseOrder(database.source);
  const of = order.order.messageId;
  await order.takeIn('bank-status/01a-a-refused.xml');
  await order.takeIn('bank-status/01a-a-refused.xml');
  await order.takeIn('bank-status/08a-cut-short.xml');

  expect(await states(of)).toEqual([
    ['status', 'applied', null],
    ['status', 'duplicate', null],
    ['status', 'refused', 'BANK_FILE_INCOMPLETE'],
  ]);
  const [refused, repeated, applied] = await page(of);
  expect(applied).toMatchObject({ rows: 2, orderId: order.order.id, cityCode: '32.75', channel: 'card' });
  expect(await inbox().find(NATION, repeated?.id ?? '')).toMatchObject({
    firstId: applied?.id,
    saidAt: expect.any(Date),
  });
  expect(await inbox().find(NATION, refused?.id ?? '')).toMatchObject({ saidAt: null, summary: null, breaks: [] });
});

test('a file that was looked at twice because of a failure came once', async () => {
  const order = await aCaseOrder(database.source);
  const path = await order.write('bank-status/01a-a-refused.xml');
  const name = `${order.order.messageId}.status-1.pain002.xml`;
  const writtenAt = new Date('2023-03-05T01:00:00Z');
  await order.intake.takeIn(name, path, 'bank', writtenAt);
  await order.intake.takeIn(name, path, 'bank', writtenAt);
  expect(await states(order.order.messageId)).toEqual([['status', 'applied', null]]);
  // Laid down anew by the bank, it is another file with the same content.
  await order.intake.takeIn(name, path, 'bank', new Date('2023-03-06T01:00:00Z'));
  expect((await states(order.order.messageId)).map(([, state]) => state)).toEqual(['applied', 'duplicate']);
});

test('the breaks that a file opened are counted by type as they stand now', async () => {
  const order = await aCaseOrder(database.source);
  await order.takeIn('bank-status/10-right-and-wrong-amount.xml');
  const [file] = await page(order.order.messageId);
  const found = await inbox().find(NATION, file?.id ?? '');
  const recount = await rowsOf<{ type: string }>(
    database.manager,
    'select type from reconciliation_break where opened_by = $1',
    [found?.contentId],
  );
  expect(recount.length).toBeGreaterThan(0);
  expect(found?.breaks.reduce((sum, { count }) => sum + count, 0)).toBe(recount.length);
});

test('a file of ours waits until it is answered, or until the bank says that it can’t read it', async () => {
  const order = await aCaseOrder(database.source);
  const { id, messageId } = order.order;
  const returnName = `${messageId.replace('AMN-', 'RTN-')}.return.csv`;
  await sent(id, `${messageId}.pain001.xml`, 'order');
  await sent(id, `${messageId}.pain001.xml`, 'order');
  await sent(id, `${messageId}.usage-request-2023-04-03.csv`, 'usage_request');
  await sent(id, `${messageId}.usage-request-2023-04-10.csv`, 'usage_request');
  await sent(id, returnName, 'return_order');
  const waiting = [['order'], ['usage_request'], ['usage_request'], ['return_order']].map(([kind]) => [
    kind,
    'waiting',
    null,
  ]);
  // Found by the message of their order, too, which a return does not bear.
  expect(await states(messageId, { state: 'waiting' })).toEqual(waiting);

  await order.takeIn('bank-status/02a-both-settled.xml');
  const refusal = join(tmpdir(), `${messageId}.refused`);
  writeFileSync(refusal, 'BANK_FILE_UNREADABLE\n');
  await order.intake.takeIn(`${returnName}.refused.txt`, refusal);
  expect((await states(messageId)).slice(0, 4)).toEqual([
    ['order', 'answered', null],
    ['usage_request', 'waiting', null],
    ['usage_request', 'waiting', null],
    ['return_order', 'refused', null],
  ]);
});

test('a file that belongs to no order is the nation’s to see, and others are seen where their city is', async () => {
  const order = await aCaseOrder(database.source);
  await order.takeIn('bank-status/02a-both-settled.xml');
  const mailbox = {
    list: () =>
      Promise.resolve([{ name: 'laporan akhir.txt', sizeBytes: 3, modifiedAt: new Date('2023-03-05T01:00:00Z') }]),
  } as unknown as BankMailbox;
  await new BankIntake(database.source, { exchangeDir: tmpdir() } as never).look(mailbox);

  expect(await states('laporan akhir')).toEqual([['unknown', 'not_understood', 'BANK_FILE_NAME']]);
  expect(await states('laporan akhir', { territories: ['32'] })).toEqual([]);
  const { messageId } = order.order;
  expect(await states(messageId, { territories: ['32.75'] })).toHaveLength(1);
  for (const territories of [['32.76'], ['32.75.02'], []]) {
    expect(await page(messageId, { territories })).toEqual([]);
    const [{ id } = { id: '' }] = await page(messageId);
    expect(await inbox().find(territories, id)).toBeUndefined();
  }
});

test('pages follow each other without a gap, and the newest one is read from its key', async () => {
  const order = await aCaseOrder(database.source);
  const { id, messageId } = order.order;
  for (const day of ['01', '02', '03', '04', '05'])
    await sent(id, `${messageId}.usage-request-2023-05-${day}.csv`, 'usage_request');
  const seen: string[] = [];
  for (let afterId: string | undefined; ;) {
    const rows = await page(messageId, { limit: 2, afterId });
    if (rows.length === 0) break;
    seen.push(...rows.map(({ name }) => name.slice(-6, -4)));
    afterId = rows.at(-1)?.id;
  }
  expect(seen).toEqual(['05', '04', '03', '02', '01']);

  await database.manager.query(
    `insert into exchanged_file (direction, name, mailbox, kind, order_id, sha256, passed_at)
     select 'out', 'filler-' || n, 'bank', 'usage_request', $1, 'ab', now() from generate_series(1, 20000) n`,
    [id],
  );
  await database.asOwner((manager) => manager.query('analyze exchanged_file'));
  const plan = await planOf(database.manager, (manager) =>
    new FileInboxReadModel(manager).page({ territories: NATION, limit: 50 }),
  );
  expect(plan).toContain('Index Scan Backward using pk_exchanged_file');
});
