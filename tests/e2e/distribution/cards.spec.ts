import { addCalendarDays } from '#domain';
import { ProgrammeClockRepository } from '#persistence';
import { cardFile, refOf } from '../../support/factories/cards.js';
import { KRANJI } from '../../api/support/scene.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';
import { inDatabase } from '../support/field-cases.js';

const amanah = browsing();
let today = '';
beforeAll(() =>
  inDatabase(amanah.system(), async ({ manager }) => {
    today = await new ProgrammeClockRepository(manager).today();
  }),
);

test('a bank sends its cards, a kelurahan says why one was not handed over, and the head confirms it', async () => {
  const [made, left] = [addCalendarDays(today, -6), addCalendarDays(today, -3)];
  const content = cardFile([
    { card: 71_001, kind: 'printed', on: made, place: KRANJI },
    { card: 71_001, kind: 'at_place', on: left, place: KRANJI },
    { card: 71_002, kind: 'handed_over', on: left, place: KRANJI },
    { card: 71_003, kind: 'printed', on: '2023-02-30', place: KRANJI },
  ]);
  const file = { name: 'kartu.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  const bank = await amanah.at('bank', '/cards');
  await bank.page.getByLabel('Coba dulu').setInputFiles(file);
  await bank.page.getByText('Percobaan: tidak ada yang berubah.').waitFor();
  expect(await bank.page.getByRole('link', { name: refOf(71_001) }).count()).toBe(0);
  await bank.page.getByLabel('Kirim berkas', { exact: true }).setInputFiles(file);
  await bank.page.getByText(/Berkas diterima\. 4 baris: 2 kartu baru/).waitFor();
  await bank.page.getByText('Tanggal tidak terbaca atau belum terjadi.').waitFor();
  await bank.page.getByRole('link', { name: refOf(71_001) }).waitFor();
  expect(await faultsOf(bank)).toEqual([]);

  const lurah = await amanah.at('lurah.kranji', '/cards', PHONE);
  const { page: phone } = lurah;
  expect(await faultsOf(lurah)).toEqual([]);
  await phone.getByRole('link', { name: refOf(71_001) }).click();
  await phone.getByRole('button', { name: 'Catat keadaan' }).click();
  await phone.getByRole('combobox', { name: 'Keadaan sekarang' }).click();
  await phone.getByRole('option', { name: 'Tidak diserahkan' }).click();
  await phone.getByRole('combobox', { name: 'Alasan' }).click();
  await phone.getByRole('option', { name: 'Pindah' }).click();
  await phone.getByLabel(/^Keterangan bukti/).fill('Ketua RT 02 menyatakan dengan surat 4.');
  expect(await faultsOf(lurah)).toEqual([]);
  await phone.getByRole('button', { name: 'Simpan' }).click();
  await phone.getByText('belum disahkan').waitFor();

  const head = await amanah.at('dinsos.kepala', '/cards?want=confirmation');
  await head.page.getByRole('link', { name: refOf(71_001) }).click();
  await head.page.getByRole('button', { name: 'Sahkan alasan' }).click();
  expect(await faultsOf(head)).toEqual([]);
  await head.page.getByRole('button', { name: 'Sahkan alasan' }).click();
  await head.page.getByText('Alasan disahkan').waitFor();
  await head.page.goBack();
  await head.page.getByRole('button', { name: 'Periksa ulang' }).click();
  await head.page.getByText(/semua sesuai keterangannya/).waitFor();
});
