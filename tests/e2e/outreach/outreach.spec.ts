import { ProgrammeClockRepository } from '#persistence';
import { anUnusedOrder } from '../../support/factories/orders.js';
import { countAfter } from '../../support/factories/sequence.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';
import { inDatabase } from '../support/field-cases.js';

const amanah = browsing();
let today = '';
let periodId = '';

/** A period whose money has come to twelve families, none of whom has used it. */
beforeAll(() =>
  inDatabase(amanah.system(), async (database) => {
    const [{ last } = { last: 0 }] = await database.query<{ last: number }[]>(
      `select coalesce(max(substring(username from '[.](\\d+)$')::bigint), 0)::int as last from officer where username ~ '[.]\\d{1,4}$'`,
    );
    countAfter(last);
    ({ periodId } = await anUnusedOrder(database, 12));
    today = await new ProgrammeClockRepository(database.manager).today();
  }),
);

test('a city plans outreach where it is needed, the kelurahan invites, notes who came on a phone and reports', async () => {
  const office = await amanah.at('dinsos.operator', `/outreach?periodId=${periodId}&text=Kranji`);
  const { page } = office;
  await page.getByText('100,0 % (4 dari 4 keluarga)').waitFor();
  expect(await faultsOf(office)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Pilih Kranji' }).check();
  await page.getByRole('button', { name: 'Rencanakan kampanye' }).click();
  await page.getByLabel(/^Maksud dan tujuan/).fill('Warga Kranji tahu cara memakai PIN');
  await page.getByRole('button', { name: 'Buat kampanye' }).click();
  await page.getByRole('heading', { name: 'Warga Kranji tahu cara memakai PIN' }).waitFor();
  await page.getByRole('button', { name: 'Rencanakan sesi' }).click();
  await page.getByLabel(/^Tanggal/).fill(today);
  await page.getByLabel(/^Tempat/).fill('Balai warga RW 02');
  await page.getByLabel(/^Narasumber/).fill('Petugas bank');
  await page.getByLabel(/^Materi/).fill('Brosur PIN');
  expect(await faultsOf(office)).toEqual([]);
  await page.getByRole('button', { name: 'Simpan sesi' }).click();
  await page.getByRole('heading', { name: /^Sosialisasi Kranji/ }).waitFor();
  const address = new URL(page.url()).pathname;

  const lurah = await amanah.at('lurah.kranji', address, PHONE);
  const phone = lurah.page;
  await phone.getByRole('button', { name: 'Undang keluarga' }).click();
  await phone.getByRole('button', { name: 'Undang', exact: true }).click();
  await phone.getByRole('link', { name: 'Lembar 1' }).waitFor();
  await phone
    .getByRole('combobox', { name: /^Kehadiran KPM/ })
    .first()
    .click();
  await phone.getByRole('option', { name: 'Hadir', exact: true }).click();
  await phone.getByText('1 hadir, 0 diwakili, dari 4').waitFor();
  await phone.getByRole('button', { name: 'Sisanya tidak hadir' }).click();
  expect(await faultsOf(lurah)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.getByRole('button', { name: 'Catat pelaksanaan' }).click();
  await phone.getByLabel(/^Peserta lain/).fill('7');
  await phone.getByLabel(/^A\. Dasar/).fill('Surat Dinas Sosial');
  await phone.getByLabel(/^E\. Hasil/).fill('Warga mencoba mengganti PIN.');
  await phone.getByLabel(/^F\. Kendala/).fill('Tidak ada.');
  await phone.getByLabel(/^G\. Kesimpulan/).fill('Warga paham memakai PIN.');
  await phone.getByRole('button', { name: 'Simpan laporan' }).click();
  await phone.getByText('Terlaksana').waitFor();
  await phone.getByRole('link', { name: 'Laporan (PDF)' }).waitFor();
  expect(await faultsOf(lurah)).toEqual([]);
});
