import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PaymentOrderService } from '#application';
import type { RepairAction, ServiceArea } from '#domain';
import {
  channelFigures,
  DecreeOrderRepository,
  DecreeRepository,
  FailedPaymentRepository,
  inTransaction,
  PaymentOrderRepository,
  PersonVault,
  ReferenceRepository,
  ReissueRepository,
  rowsOf,
  ServiceAreaRepository,
} from '#persistence';
import { paymentsOf } from '../../../apps/bank/src/testing/orders.js';
import { TestBank } from '../../../apps/bank/src/testing/test-bank.js';
import { corruptly } from '../../support/factories/corruptly.js';
import { aPaidList, aPerson, aRowOf, aSentList } from '../../support/factories/families.js';
import { expectEveryRupiahExplained, statesOf } from '../../support/factories/money-check.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aRow, aVerifiedRoster, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
let officer: MadeOfficer;
let kpa: MadeOfficer;
beforeAll(async () => {
  officer = await anOfficer(database.manager, 'programme_officer');
  kpa = await anOfficer(database.manager, 'kpa');
  await new ReferenceRepository(database.manager).addTerritories([
    { code: '32', name: 'Jawa Barat', level: 'province', parentCode: null },
    { code: '32.75', name: 'Kota Bekasi', level: 'city', parentCode: '32' },
  ]);
});

const orders = () => new PaymentOrderRepository(database.manager);

async function openPost(): Promise<void> {
  const [row] = await rowsOf<{ today: string }>(database.manager, 'select programme_today()::text as today');
  const area: ServiceArea = {
    ...{ territoryCode: '32.75', validFrom: row?.today ?? '', serviceName: 'Pos KCU Bekasi' },
    ...{ bankCode: 'POS', payerName: 'RPL BANSOS', payerAccount: '0099887766', mailbox: 'pos', paper: 'PKS 3/2023' },
    channel: 'post',
  };
  const areas = new ServiceAreaRepository(database.manager);
  const id = (await areas.propose('sembako', area, officer.officerId)) ?? '';
  await areas.end(id, 'adopted', { officerId: kpa.officerId });
}

/** What failed of an order of as many as there are actions, and what is put down for each. */
async function repaired(actions: readonly RepairAction[]) {
  const made = await anOrder(database.source, actions.length);
  const references = await instructionsOf(database.source, made.order.id);
  const lines = references.map((reference) => aLine(reference, 'failed', { reason: 'AC06' }));
  await applyFile(database.source, made.order, 'status', lines);
  const failed = new FailedPaymentRepository(database.manager);
  const rows = await failed.page(made.order.id, { territories: ['ID'], limit: actions.length });
  for (const [index, { id: entitlementId }] of rows.entries()) {
    const action = actions[index] ?? 'give_up';
    const account = { payeeSealed: Buffer.from('sealed'), accountHash: Buffer.from(entitlementId.padEnd(16)) };
    const more = action === 'new_account' ? account : {};
    await failed.save(made.order.id, officer.officerId, { entitlementId, action, explanation: 'Surat bank', ...more });
  }
  return { made, references };
}

const reissue = (orderId: string, round = 1): Promise<string[]> =>
  inTransaction(database.source, async (manager) =>
    new ReissueRepository(manager).reissue(await new PaymentOrderRepository(manager).find(orderId), round),
  );

test('what is to be fetched at the post office is an order of its own, without an account, beside the one into accounts', async () => {
  await openPost();
  const { made, references } = await repaired(['send_again', 'by_post', 'new_account', 'give_up', 'by_post']);

  const [card = '', post = '', ...more] = await reissue(made.order.id);

  expect(more).toEqual([]);
  expect(await orders().find(card)).toMatchObject({ channel: 'card', families: 2, newAccounts: 1, serviceName: null });
  expect(await orders().find(post)).toMatchObject({
    ...{ channel: 'post', families: 2, amountRupiah: '800000', serviceName: 'Pos KCU Bekasi', generation: 2 },
    listHash: await orders().hashNow(post),
  });
  expect(await instructionsOf(database.source, post)).toEqual([`${references[1] ?? ''}-2`, `${references[4] ?? ''}-2`]);
  const held = await orders().instructions(post, '0', 10);
  expect(held.map(({ accountHash }) => accountHash)).toEqual([null, null]);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ failed: 1, reissued: 4, decreed: 4 });
  await expectEveryRupiahExplained(database.manager, made);
  expect(await reissue(made.order.id)).toEqual([card, post]);
});

test('the statement tells the ways apart, each family where it was ordered last', async () => {
  await openPost();
  const { made } = await repaired(['send_again', 'by_post', 'by_post', 'give_up']);
  const [, post = ''] = await reissue(made.order.id);
  await inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(post));
  const [paid = '', lost = ''] = await instructionsOf(database.source, post);
  const lines = [aLine(paid, 'credited'), aLine(lost, 'failed')];
  await applyFile(database.source, await orders().find(post), 'status', lines);

  const one = { families: 1, amountRupiah: '400000' };
  const two = { families: 2, amountRupiah: '800000' };
  const none = { families: 0, amountRupiah: '0' };
  const rest = { transacted: none, returned: none };
  const ways = [
    { channel: 'card', serviceName: null, ordered: two, credited: none, failed: one, ...rest },
    { channel: 'post', serviceName: 'Pos KCU Bekasi', ordered: two, credited: one, failed: one, ...rest },
  ];
  expect(await channelFigures(database.manager, made.periodId, made.cityCode)).toEqual(ways);
  expect(await channelFigures(database.manager, made.periodId, 'ID')).toEqual(ways);
  expect(await channelFigures(database.manager, made.periodId, '33')).toEqual([]);
});

test('all by post is one order, and what fails there may go into an account after all', async () => {
  await openPost();
  const { made } = await repaired(['by_post', 'by_post']);
  const [post = '', ...none] = await reissue(made.order.id);
  expect(none).toEqual([]);

  await inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(post));
  const lines = (await instructionsOf(database.source, post)).map((reference) => aLine(reference, 'failed'));
  await applyFile(database.source, await orders().find(post), 'status', lines);
  const failed = new FailedPaymentRepository(database.manager);
  const [one, other] = await failed.page(post, { territories: ['ID'], limit: 2 });
  const account = { payeeSealed: Buffer.from('sealed'), accountHash: Buffer.alloc(16, 9) };
  const explanation = 'Rekening sudah dibuka';
  await failed.save(post, officer.officerId, {
    ...{ entitlementId: one?.id ?? '', action: 'new_account', explanation },
    ...account,
  });
  await failed.save(post, officer.officerId, { entitlementId: other?.id ?? '', action: 'send_again', explanation });

  const [card = '', again = ''] = await reissue(post);
  expect(await orders().find(card)).toMatchObject({ channel: 'card', families: 1, serviceName: null });
  expect((await orders().instructions(card, '0', 1))[0]?.accountHash).toEqual(account.accountHash);
  expect(await orders().find(again)).toMatchObject({ channel: 'post', families: 1, serviceName: 'Pos KCU Bekasi' });
  await expectEveryRupiahExplained(database.manager, made);
});

test('in a period that is paid by post nobody needs an account, and what is signed is what is paid', async () => {
  await openPost();
  const period = await aPeriod(database.manager, { channel: 'post', quota: 5 });
  const findings = JSON.stringify([{ code: 'ACCOUNT_DUPLICATE', column: 'NOMOR REKENING', params: {} }]);
  const rows = [...rowsFor(2), aRow(3, { accountHash: null }), aRow(4, { state: 'warning', findings })];
  const rosterId = await aVerifiedRoster(database.source, period, rows);
  const order = await inTransaction(database.source, async (manager) => {
    const decrees = new DecreeRepository(manager);
    const { id, excluded } = await decrees.draft(period.periodId, period.cityCode, rosterId);
    expect(excluded).toEqual({});
    await decrees.ratify(id);
    return new DecreeOrderRepository(manager).draft(id);
  });
  expect(order).toMatchObject({ channel: 'post', families: 4, serviceName: 'Pos KCU Bekasi' });
  expect(await orders().hashNow(order.id)).toBe(order.listHash);
  expect((await orders().instructions(order.id, '0', 10)).every(({ accountHash }) => accountHash === null)).toBe(true);
  const turned = database.manager.query(`update payment_order set channel = 'card' where id = $1`, [order.id]);
  await expect(turned).rejects.toThrow('stays with its bank');
});

/** A card period's list of four, of whom the second has no account and the third one that no bank can carry. */
async function mixedDecree() {
  const period = await aPeriod(database.manager, { quota: 4 });
  const findings = JSON.stringify([{ code: 'ACCOUNT_LENGTH', column: 'NOMOR REKENING', params: {} }]);
  const lacking = [aRow(2, { accountHash: null }), aRow(3, { state: 'warning', findings })];
  const rosterId = await aVerifiedRoster(database.source, period, [aRow(1), ...lacking, aRow(4)]);
  const decree = await inTransaction(database.source, (manager) =>
    new DecreeRepository(manager).draft(period.periodId, period.cityCode, rosterId),
  );
  return { period, decree };
}

const ratified = (decreeId: string) =>
  inTransaction(database.source, (manager) => new DecreeRepository(manager).ratify(decreeId));
const drafted = (decreeId: string) =>
  inTransaction(database.source, (manager) => new DecreeOrderRepository(manager).draft(decreeId));

test('families without an account are paid by post in an order of their own, and the two are what was signed', async () => {
  await openPost();
  const { period, decree } = await mixedDecree();
  expect(decree).toMatchObject({ families: 4, excluded: {} });
  await ratified(decree.id);
  const own = await drafted(decree.id);
  const [card = '', post = '', ...more] = await new DecreeOrderRepository(database.manager).ofDecree(decree.id);

  expect(more).toEqual([]);
  expect(own).toMatchObject({ id: decree.id, channel: 'card', families: 2, isBeside: false });
  expect(card).toBe(own.id);
  expect(await orders().find(post)).toMatchObject({
    ...{ channel: 'post', families: 2, amountRupiah: '800000', isBeside: true, reissuesId: null },
    ...{ serviceName: 'Pos KCU Bekasi', listHash: await orders().hashNow(post) },
  });
  expect(own.listHash).toBe(await orders().hashNow(card));
  expect(await drafted(decree.id)).toEqual(own);
  await inTransaction(database.source, async (manager) => {
    await new PaymentOrderRepository(manager).release(card);
    await new PaymentOrderRepository(manager).release(post);
  });
  expect(await statesOf(database.manager, period.periodId)).toEqual({ ordered: 4 });
  const made = { ...period, decreeId: decree.id, order: own };
  await expectEveryRupiahExplained(database.manager, made);
});

test('what was changed between signature and order is not split but refused', async () => {
  await openPost();
  const { decree } = await mixedDecree();
  await ratified(decree.id);
  await corruptly(database, `update entitlement set account_hash = 'x' where decree_id = $1 and account_hash is null`, [
    decree.id,
  ]);
  await expect(drafted(decree.id)).rejects.toMatchObject({ code: 'DECREE_LIST_CHANGED' });
});

test('what is sent to the post office names the person and the way to them, and no account', async () => {
  const post = await TestBank.open({ BANK_KIND: 'post', BANK_REJECT_RATE: '0%' });
  const exchangeDir = mkdtempSync(join(tmpdir(), 'amanah-post-'));
  try {
    await openPost();
    const period = await aPeriod(database.manager, { channel: 'post', quota: 3 });
    const people = [aPerson(), aPerson({ accountNumber: '' })];
    const rows = people.map((person, index) => aRowOf(vault, person, '32.75.02.1001', index + 1));
    const rosterId = await aSentList(database.source, period, rows);
    const { order } = await aPaidList(database.source, period, rosterId);
    const settings = { exchangeDir, mailboxes: { bank: { ...post.options, port: 1 }, pos: post.options } };
    await new PaymentOrderService(database.source, vault, settings).send(order.id);
    const report = await post.report(`${order.messageId}.status-1.pain002.xml`);
    expect(report.rows.map(({ status }) => status)).toEqual(['ACSC', 'ACSC']);
    expect(paymentsOf(post, order.messageId).map(({ account }) => account)).toEqual(['', '']);
  } finally {
    await post.close();
    rmSync(exchangeDir, { recursive: true });
  }
});
