import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('a rule is changed by two persons, on a screen and on a phone', async () => {
  const officer = await amanah.at('program', '/policies');
  await officer.page.getByRole('button', { name: 'Usulkan perubahan' }).click();
  await officer.page.getByRole('combobox', { name: 'Aturan yang diubah' }).click();
  await officer.page.getByRole('option', { name: 'Bank ditanya soal transaksi setelah' }).click();
  const value = officer.page.getByLabel(/^Nilai/);
  await value.fill('31');
  await officer.page.getByLabel(/^Surat atau peraturan/).fill('PKS bank 31/2023');
  expect(await faultsOf(officer)).toEqual([]);
  await officer.page.getByRole('button', { name: 'Kirim ke KPA' }).click();
  const waits = /^Usulan perubahan: Bank ditanya/;
  await officer.page.getByRole('heading', { name: waits }).waitFor();
  expect(await officer.page.getByRole('button', { name: 'Setujui' }).count()).toBe(0);

  const kpa = await amanah.at('kpa', '/policies', PHONE);
  await kpa.page.getByRole('button', { name: 'Tolak', exact: true }).click();
  await kpa.page.getByLabel('Alasan').fill('Perjanjian belum ditandatangani');
  expect(await faultsOf(kpa)).toEqual([]);
  await kpa.page.getByRole('button', { name: 'Tolak usulan' }).click();
  await kpa.page.getByRole('heading', { name: waits }).waitFor({ state: 'detached' });
  await kpa.page.getByText('Perjanjian belum ditandatangani').waitFor();
});

test('a bank is proposed for a city, and the KPA confirms it', async () => {
  const officer = await amanah.at('program', '/service-areas');
  await officer.page.getByRole('button', { name: 'Usulkan penyalur' }).click();
  const fields = [
    ['Kode wilayah', '32.77'],
    ['Nama bank', 'Bank Contoh'],
    ['Kode kliring', '002'],
    ['Nama pemilik', 'RPL CONTOH'],
    ['Nomor rekening', '0099887766'],
    ['Nomor dan tanggal', 'PKS 12/2023'],
  ] as const;
  for (const [label, written] of fields) await officer.page.getByLabel(new RegExp(`^${label}`)).fill(written);
  expect(await faultsOf(officer)).toEqual([]);
  await officer.page.getByRole('button', { name: 'Kirim ke KPA' }).click();
  await officer.page.getByRole('heading', { name: /^Usulan penyalur: Kota Cimahi/ }).waitFor();

  const kpa = await amanah.at('kpa', '/service-areas', PHONE);
  await kpa.page.getByRole('button', { name: 'Setujui', exact: true }).click();
  await kpa.page.getByText(/untuk Kota Cimahi dikirim ke Bank Contoh/).waitFor();
  await kpa.page.getByRole('button', { name: 'Setujui penyalur' }).click();
  // Other specs of the same system have banks confirmed, too.
  const cimahi = kpa.page.locator('tr', { hasText: 'Kota Cimahi' });
  await cimahi.getByText('Disetujui, berlaku').waitFor();
  expect(await faultsOf(kpa)).toEqual([]);
});
