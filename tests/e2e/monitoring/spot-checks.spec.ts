import { ProgrammeClockRepository } from '#persistence';
import { addCalendarDays } from '#domain';
import { anUnusedOrder } from '../../support/factories/orders.js';
import { countAfter } from '../../support/factories/sequence.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';
import { inDatabase } from '../support/field-cases.js';

const amanah = browsing();
let closesOn = '';
let year = '';

/** A period whose money has come to twelve families of two kecamatan. */
beforeAll(() =>
  inDatabase(amanah.system(), async (database) => {
    const [{ last } = { last: 0 }] = await database.query<{ last: number }[]>(
      `select coalesce(max(substring(username from '[.](\\d+)$')::bigint), 0)::int as last from officer where username ~ '[.]\\d{1,4}$'`,
    );
    countAfter(last);
    const { months } = await anUnusedOrder(database, 12);
    year = months[0]?.slice(0, 4) ?? '';
    closesOn = addCalendarDays(await new ProgrammeClockRepository(database.manager).today(), 30);
  }),
);

test('a city draws a sample, TKSK and office note a visit each, and the estimate stands with its interval', async () => {
  const office = await amanah.at('dinsos.operator', '/follow-up');
  const { page } = office;
  await page.getByRole('link', { name: 'Uji petik' }).click();
  await page.getByRole('button', { name: 'Tarik sampel baru' }).click();
  await page.getByLabel(/^Selisih paling besar/).fill('20');
  // Where there is only one period, nobody has to choose.
  const months = page.getByRole('combobox', { name: 'Bulan' });
  if ((await months.count()) > 0) {
    await months.click();
    await page.getByRole('option', { name: new RegExp(year) }).click();
  }
  await page.getByText(/^9 dari 12 keluarga akan dikunjungi/).waitFor();
  await page.getByLabel(/^Paling banyak kunjungan/).fill('4');
  await page.getByText(/perlu 9 kunjungan, kurang 5/).waitFor();
  await page.getByLabel(/^Paling banyak kunjungan/).fill('');
  await page.getByLabel(/^Selesai paling lambat/).fill(closesOn);
  await page.getByText(/^9 dari 12 keluarga/).waitFor();
  expect(await faultsOf(office)).toEqual([]);
  await page.getByRole('button', { name: 'Tarik sampel', exact: true }).click();
  await page.getByRole('heading', { name: /^Uji petik Kota Bekasi/ }).waitFor();
  await page.getByText('Belum dikunjungi: 9 keluarga.').waitFor();
  expect(await faultsOf(office)).toEqual([]);
  const address = new URL(page.url()).pathname;

  const tksk = await amanah.at('tksk.bekasi-barat', address, PHONE);
  const phone = tksk.page;
  await phone.getByRole('button', { name: 'Catat hasil' }).first().click();
  await phone.getByRole('combobox', { name: 'Dipakai untuk pangan?' }).click();
  await phone.getByRole('option', { name: 'Ya', exact: true }).click();
  expect(await faultsOf(tksk)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.getByRole('button', { name: 'Simpan hasil' }).click();
  await phone.getByText('Belum dikunjungi: 8 keluarga.').waitFor();

  await page.reload();
  await page
    .getByRole('table', { name: 'Keluarga yang dikunjungi' })
    .getByRole('row', { name: /Belum dikunjungi/ })
    .last()
    .getByRole('button', { name: 'Catat hasil' })
    .click();
  await page.getByRole('button', { name: 'Simpan hasil' }).click();
  await page.getByText(/^100,0 % \(antara/).waitFor();
  await page.reload();
  await page.getByText('2 dari 2 jawaban').waitFor();
  expect(await faultsOf(office)).toEqual([]);
});
