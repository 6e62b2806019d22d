import { jest } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type ASystem, aSystem } from './support/a-system.js';
import { DESK, launch, PHONE, Visitor } from './support/browser.js';

jest.setTimeout(180_000);

let system: ASystem;
let browser: Browser;
beforeAll(async () => {
  system = await aSystem();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const HEADER = 'USERNAME,NAMA,KANTOR,TINGKAT,KODE WILAYAH,PERAN,MULAI,SELESAI,KK';
const line = (from: string) => `tksk.e2e,Siti Aminah,Kecamatan Bekasi Barat,kecamatan,32.75.02,tksk,${from},,`;
const drop = (page: Page, content: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pejabat.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

test('a list with a mistake, the corrected list, the officer activates, signs in and sees the inbox', async () => {
  const visitor = await Visitor.at(browser, system.url, DESK);
  const { page } = visitor;
  await visitor.signIn('dinsos.kepala');
  await visitor.open('/organisation/import');
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
  await visitor.leave();
});

test('a post is refused beside its field, and ended with what follows from it, on a phone', async () => {
  const visitor = await Visitor.at(browser, system.url, PHONE);
  const { page } = visitor;
  await visitor.signIn('dinsos.kepala');
  await visitor.open('/organisation/officers?search=operator.bintara');
  await page.getByRole('link', { name: 'Operator Kelurahan Bintara', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Operator Kelurahan Bintara' }).waitFor();
  await page.getByRole('button', { name: 'Angkat' }).click();
  await page.getByRole('combobox', { name: 'Kantor' }).fill('Kelurahan Bintara');
  await page.getByRole('option', { name: 'Kelurahan Bintara', exact: true }).click();
  await page.getByLabel('Peran').selectOption({ label: 'Lurah' });
  await page.getByLabel('Hari pertama').fill('2023-04-01');
  await page.getByRole('button', { name: 'Simpan pengangkatan' }).click();
  await page.getByText('yang menyiapkan tidak menyetujui').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Batal' }).click();

  await page.getByRole('button', { name: 'Akhiri' }).click();
  await page.getByLabel('Alasan').fill('Mutasi ke kantor lain');
  await page.getByText('permintaan berikutnya pejabat ini ditolak').waitFor();
  await page.getByRole('button', { name: 'Akhiri pengangkatan' }).click();
  await page.getByText('Tugas terbuka yang masih dipegang: 0').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  await visitor.leave();
});

test('who may only read sees no button, and who may not is told why', async () => {
  const visitor = await Visitor.at(browser, system.url, DESK);
  await visitor.signIn('lurah.kranji');
  await visitor.open('/organisation/officers');
  await visitor.page.getByRole('link', { name: 'Lurah Kranji' }).waitFor();
  expect(await visitor.page.getByRole('button', { name: 'Tambah pejabat' }).count()).toBe(0);
  await visitor.open('/organisation/import');
  await visitor.page.getByText('Hanya petugas program dan kepala Dinsos').waitFor();
  await visitor.signIn('bank');
  await visitor.open('/organisation');
  await visitor.page.getByRole('alert').first().waitFor();
  await visitor.leave();
});
