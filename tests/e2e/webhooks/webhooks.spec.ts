import { countAfter } from '../../support/factories/sequence.js';
import { aDecree } from '../../support/factories/orders.js';
import { WebhookReceiver } from '../../support/servers/webhook-receiver.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';
import { inDatabase } from '../support/field-cases.js';

const receiver = new WebhookReceiver();
beforeAll(() => receiver.open());
afterAll(() => receiver.close());
const amanah = browsing();

/** A decree that is ratified now. */
const ratified = (): Promise<string> =>
  inDatabase(amanah.system(), async (database) => {
    const [{ last } = { last: 0 }] = await database.query<{ last: number }[]>(
      `select coalesce(max(substring(username from '[.](\\d+)$')::bigint), 0)::int as last from officer where username ~ '[.]\\d{1,4}$'`,
    );
    countAfter(last);
    return (await aDecree(database, 2)).decreeId;
  });

test('another system hears of a decree though it fails twice, knows who speaks, and hears it again by hand under the same id', async () => {
  const office = await amanah.at('dinsos.kepala', '/webhooks');
  const { page } = office;
  await page.getByRole('button', { name: 'Daftarkan penerima' }).click();
  await page.getByLabel(/^Nama penerima/).fill('Sistem keuangan kota');
  await page.getByLabel(/^Alamat/).fill(receiver.url);
  await page.getByRole('checkbox', { name: 'Penetapan disahkan' }).check();
  expect(await faultsOf(office)).toEqual([]);
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
  receiver.secret = await page.getByRole('textbox', { name: 'Kunci rahasia' }).inputValue();
  expect(receiver.secret).toMatch(/^whsec_/);
  expect(await faultsOf(office)).toEqual([]);
  await page.getByRole('button', { name: 'Sudah saya salin' }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Sistem keuangan kota' }).waitFor();
  expect(await page.content()).not.toContain(receiver.secret);

  receiver.failures = 2;
  const decreeId = await ratified();
  const own = () => receiver.received.filter(({ subject }) => subject === decreeId);
  for (let tries = 0; own().length < 3 && tries < 600; tries += 1) await page.waitForTimeout(200);
  expect(own().map(({ isGenuine, type }) => [isGenuine, type])).toEqual(
    Array.from({ length: 3 }, () => [true, 'id.amanah.decree.ratified.v1']),
  );
  expect(new Set(own().map(({ id }) => id)).size).toBe(1);

  const phone = await amanah.at('dinsos.kepala', `/webhooks/deliveries?text=${decreeId}`, PHONE);
  await phone.page.getByRole('link', { name: 'Penetapan disahkan' }).click();
  await phone.page.getByText('HTTP 503').first().waitFor();
  await phone.page.getByText('Diterima', { exact: true }).waitFor();
  await phone.page.getByRole('button', { name: 'Kirim ulang' }).click();
  await phone.page.getByRole('button', { name: 'Kirim ulang' }).click();
  for (let tries = 0; own().length < 4 && tries < 150; tries += 1) await page.waitForTimeout(200);
  expect(own()).toHaveLength(4);
  expect(new Set(own().map(({ id }) => id)).size).toBe(1);
  await phone.page.getByText('HTTP 200').nth(1).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
