import type { Page } from 'playwright-core';
import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

const BINTARA = '32.75.02.1001';
const HEADER = 'USERNAME,NAMA,KANTOR,TINGKAT,KODE WILAYAH,PERAN,MULAI,SELESAI,KK';
const line = (from: string) => `tksk.e2e,Siti Aminah,Kecamatan Bekasi Barat,kecamatan,32.75.02,tksk,${from},,`;
const drop = (page: Page, content: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pejabat.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

test('a list with a mistake, the corrected list, the officer activates, signs in and sees the inbox', async () => {
  const visitor = await amanah.at('dinsos.kepala', '/organisation/import');
  const { page } = visitor;
  await drop(page, `${HEADER}\n${line('kemarin')}\n`);
  const mistake = page.getByRole('row').filter({ hasText: 'MULAI' });
  await mistake.waitFor();
  expect(await mistake.textContent()).toContain('31/01/2023');
  expect(await page.getByRole('button', { name: 'Terapkan daftar' }).count()).toBe(0);

  await drop(page, `${HEADER}\n${line('2023-03-01')}\n`);
  await page.getByText('1 pengangkatan ditambah').waitFor();
  const answered = page.waitForResponse((response) => response.url().includes('/imports?sha256='));
  await page.getByRole('button', { name: 'Terapkan daftar' }).click();
  const { codes } = (await (await answered).json()) as { codes: { code: string }[] };
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan kode (CSV)' }).click();
  expect((await saved).suggestedFilename()).toBe('kode-aktivasi.csv');

  await visitor.endSession();
  await visitor.open('/activate?username=tksk.e2e');
  await page.getByLabel('Kode aktivasi').fill('AAAA-AAAA');
  await page.getByRole('textbox', { name: 'Kata sandi baru' }).fill('beberapa kata mudah');
  await page.getByRole('button', { name: 'Aktifkan', exact: true }).click();
  expect(await page.getByRole('alert').textContent()).toContain('tidak cocok');
  await page.getByLabel('Kode aktivasi').fill(codes[0]?.code ?? '');
  await page.getByRole('button', { name: 'Aktifkan', exact: true }).click();
  await page.getByText('Akun aktif').waitFor();
  await page.getByRole('link', { name: 'Ke halaman masuk' }).click();
  await page.getByLabel('Nama pengguna').fill('tksk.e2e');
  await page.getByRole('textbox', { name: 'Sandi' }).fill('beberapa kata mudah');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL('**/inbox');
});

test('a post is refused beside its field, and ended with what follows from it, on a phone', async () => {
  const { username, fullName } = await aColleague(amanah.system().databaseUrl, 'kelurahan_operator', BINTARA);
  const visitor = await amanah.at('dinsos.kepala', `/organisation/officers?search=${username}`, PHONE);
  const { page } = visitor;
  await page.getByRole('link', { name: fullName, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: fullName }).waitFor();
  await page.getByRole('button', { name: 'Angkat' }).click();
  await page.getByRole('combobox', { name: 'Kantor' }).fill('Kelurahan Bintara');
  await page.getByRole('option', { name: 'Kelurahan Bintara', exact: true }).click();
  await page.getByLabel('Peran').selectOption({ label: 'Lurah' });
  await page.getByLabel('Hari pertama').fill('2023-04-01');
  await page.getByRole('button', { name: 'Simpan pengangkatan' }).click();
  await page.getByText('yang menyiapkan tidak menyetujui').first().waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await page.getByRole('button', { name: 'Batal' }).click();

  await page.getByRole('button', { name: 'Akhiri' }).click();
  await page.getByLabel('Alasan').fill('Mutasi ke kantor lain');
  await page.getByText('permintaan berikutnya pejabat ini ditolak').waitFor();
  await page.getByRole('button', { name: 'Akhiri pengangkatan' }).click();
  await page.getByText('Tugas terbuka yang masih dipegang: 0').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
});

test('who may only read sees no button, and who may not is told why', async () => {
  const visitor = await amanah.at('lurah.kranji', '/organisation/officers');
  await visitor.page.getByRole('link', { name: 'Lurah Kranji' }).waitFor();
  expect(await visitor.page.getByRole('button', { name: 'Tambah pejabat' }).count()).toBe(0);
  await visitor.open('/organisation/import');
  await visitor.page.getByText('Hanya petugas program dan kepala Dinsos').waitFor();
  await visitor.signIn('bank');
  await visitor.open('/organisation');
  await visitor.page.getByRole('alert').first().waitFor();
});
