import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankIntake, Commands, mailboxNameOf, payerOf, ServiceAreaService, UsageService } from '#application';
import type { NewServiceArea } from '#application';
import { PaymentOrderRepository, type PaymentOrderRow, ReferenceRepository, rowsOf } from '#persistence';
import { TestBank } from '../../../../apps/bank/src/testing/test-bank.js';
import { commandOf } from '../../../support/factories/command-contexts.js';
import { refusalCodeOf } from '../../../support/factories/refusal-codes.js';
import { anOfficer, type MadeOfficer } from '../../../support/factories/officers.js';
import { anOrder } from '../../../support/factories/orders.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
const exchangeDir = mkdtempSync(join(tmpdir(), 'amanah-areas-'));
let banks: { bank: TestBank; bri: TestBank };
let officer: MadeOfficer;
let kpa: MadeOfficer;
let today = '';
beforeAll(async () => {
  banks = { bank: await TestBank.open(), bri: await TestBank.open() };
  await anOrder(database.source, 1);
  await new ReferenceRepository(database.manager).addTerritories([
    { code: '32', name: 'Jawa Barat', level: 'province', parentCode: null },
    { code: '32.75', name: 'Kota Bekasi', level: 'city', parentCode: '32' },
    { code: '32.76', name: 'Kota Depok', level: 'city', parentCode: '32' },
    { code: '32.75.02', name: 'Bekasi Barat', level: 'kecamatan', parentCode: '32.75' },
  ]);
  officer = await anOfficer(database.manager, 'programme_officer');
  kpa = await anOfficer(database.manager, 'kpa');
  const [row] = await rowsOf<{ today: string }>(database.manager, 'select programme_today()::text as today');
  today = row?.today ?? '';
});
afterAll(async () => {
  await Promise.all([banks.bank.close(), banks.bri.close()]);
  rmSync(exchangeDir, { recursive: true });
});

const settings = () => ({
  exchangeDir,
  mailboxes: { bank: banks.bank.options, bri: banks.bri.options },
});
const service = (): ServiceAreaService =>
  new ServiceAreaService(database.source, new Commands(database.source), settings());
const anArea = (more: Partial<NewServiceArea> = {}): NewServiceArea => ({
  ...{ programme: 'sembako', channel: 'card', territoryCode: '32.75', validFrom: today },
  ...{ serviceName: 'BRI Bekasi', bankCode: '002', payerName: 'RPL BANSOS', payerAccount: '0099887766' },
  ...{ mailbox: 'bri', paper: 'PKS 12/2023, 2 Januari 2023' },
  ...more,
});
async function adopt(more: Partial<NewServiceArea> = {}): Promise<string> {
  const { id } = await service().propose(commandOf(officer), anArea(more));
  await service().confirm(commandOf(kpa), id);
  return id;
}

/** A released order that was made now. */
async function aReleasedOrder(): Promise<PaymentOrderRow> {
  return (await anOrder(database.source, 2)).order;
}

test('an order is for the bank of the nearest territory whose day has come, and stays with it', async () => {
  await adopt({ territoryCode: 'ID', bankCode: '008', serviceName: 'Bank Mandiri' });
  await adopt({ territoryCode: '32', bankCode: '014' });
  await adopt();
  await adopt({ bankCode: '110', validFrom: '2099-01-01' });
  await adopt({ channel: 'post', bankCode: '111' });
  const order = await aReleasedOrder();
  const payer = {
    name: 'RPL BANSOS',
    account: '0099887766',
    bankCode: '002',
    serviceName: 'BRI Bekasi',
  };
  expect(await payerOf(database.manager, order)).toEqual(payer);
  expect(await mailboxNameOf(database.manager, order.id)).toBe('bri');
  expect(await new PaymentOrderRepository(database.manager).find(order.id)).toMatchObject({
    serviceName: payer.serviceName,
  });
  await adopt({ bankCode: '022' });
  expect(await payerOf(database.manager, order)).toEqual(payer);
  expect(await mailboxNameOf(database.manager, order.id)).toBe('bri');
  expect(await payerOf(database.manager, await aReleasedOrder())).toMatchObject({ bankCode: '022' });
  await expect(
    database.manager.query('update payment_order set area_id = null where id = $1', [order.id]),
  ).rejects.toThrow('stays with its bank');
});

test('what is sent goes to the bank of the order, and to no other', async () => {
  await adopt();
  const order = await aReleasedOrder();
  await new UsageService(database.source, settings()).request(order.id);
  const about = async (bank: TestBank) => [...(await bank.inbox()), ...(await bank.names(''))];
  const isHere = async (bank: TestBank) => (await about(bank)).some((name) => name.includes(order.messageId));
  await banks.bri.until(() => isHere(banks.bri), 'the question');
  expect(await isHere(banks.bank)).toBe(false);
});

test('an answer that lies in the mailbox of another bank is refused by name and touches nothing; from the right one it counts', async () => {
  await adopt();
  const order = await aReleasedOrder();
  const name = `${order.messageId}.status-1.pain002.xml`;
  const path = join(exchangeDir, name);
  writeFileSync(path, 'not even a message');
  const intake = new BankIntake(database.source, settings());
  const taken = () =>
    rowsOf<{ orderId: string | null; code: string }>(
      database.manager,
      `select order_id as "orderId", refusal_code as code from bank_file where name = $1 order by number`,
      [name],
    );
  await intake.takeIn(name, path, 'bank');
  expect(await taken()).toEqual([{ orderId: null, code: 'BANK_FILE_MAILBOX' }]);
  await intake.takeIn(name, path, 'bri');
  expect((await taken()).map(({ orderId }) => orderId)).toContain(order.id);
});

test('a connection that the installation no longer has sends nothing, and says which it knows', async () => {
  await adopt();
  const order = await aReleasedOrder();
  const { bank } = settings().mailboxes;
  const poorer = { exchangeDir, mailboxes: { bank } };
  const send = new UsageService(database.source, poorer).request(order.id);
  await expect(send).rejects.toMatchObject({ code: 'MAILBOX_UNKNOWN', details: { known: 'bank' } });
});

test('each refusal leaves what holds as it is', async () => {
  const { id } = await service().propose(commandOf(officer), anArea({ territoryCode: '32.76' }));
  const refused = (more: Partial<NewServiceArea>) => refusalCodeOf(service().propose(commandOf(officer), anArea(more)));
  expect(await refused({ territoryCode: '32.76' })).toBe('SERVICE_AREA_PROPOSED');
  expect(await refused({ validFrom: '2020-01-01' })).toBe('SERVICE_AREA_DATE');
  expect(await refused({ mailbox: 'btn' })).toBe('MAILBOX_UNKNOWN');
  expect(await refused({ territoryCode: '99.99' })).toBe('TERRITORY_UNKNOWN');
  expect(await refused({ territoryCode: '32.75.02' })).toBe('SERVICE_AREA_TERRITORY');
  expect(await refused({ programme: 'no-such' })).toBe('PROGRAMME_UNKNOWN');
  expect(await refusalCodeOf(service().confirm(commandOf(officer), id))).toBe('SERVICE_AREA_OWN');
  expect(await refusalCodeOf(service().withdraw(commandOf(kpa), id))).toBe('SERVICE_AREA_NOT_OWN');
  expect(await refusalCodeOf(service().confirm(commandOf(kpa), randomUUID()))).toBe('SERVICE_AREA_UNKNOWN');
  await service().refuse(commandOf(kpa), id, { reason: 'the agreement is older' });
  expect(await refusalCodeOf(service().confirm(commandOf(kpa), id))).toBe('SERVICE_AREA_DECIDED');
  const { areas } = await service().list(commandOf(officer).actor);
  expect(areas.find((area) => area.id === id)).toMatchObject({ state: 'refused', reason: 'the agreement is older' });
  await expect(
    database.manager.query(`update service_area set payer_account = '1' where id = $1`, [id]),
  ).rejects.toThrow('not rewritten');
});
