import { eventually } from '../../../apps/cli/src/demo/actors.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('a citizen complains on a phone in six questions, checks them, and follows the number; the head and the mayor answer', async () => {
  const citizen = await amanah.stranger(PHONE);
  await citizen.open('/pengaduan');
  const { page } = citizen;
  await page.getByRole('heading', { name: 'Sampaikan pengaduan' }).waitFor();
  expect(await page.locator('form :is(input, textarea):visible:not([type=file])').count()).toBeLessThanOrEqual(6);
  await page.getByRole('combobox', { name: 'Tentang apa?' }).click();
  await page.getByRole('option', { name: 'Pungutan atau potongan' }).click();
  await page.getByRole('combobox', { name: /Di kota atau kabupaten mana/ }).click();
  await page.getByRole('option', { name: 'Kota Bekasi' }).click();
  await page.getByRole('textbox', { name: /Apa yang terjadi/ }).fill('Diminta Rp20.000 saat mengambil beras.');
  // A reload keeps what was told in this tab; a NIK is kept nowhere.
  await page.getByRole('textbox', { name: /^NIK penerima/ }).fill('3275');
  await page.reload();
  await page.getByText('Diminta Rp20.000 saat mengambil beras.').waitFor();
  expect(await page.getByRole('textbox', { name: /^NIK penerima/ }).inputValue()).toBe('');
  // The city has its name once the list of cities has come.
  const city = page.getByRole('combobox', { name: /Di kota atau kabupaten mana/ });
  await eventually('the city that was chosen', async () =>
    (await city.inputValue()) === 'Kota Bekasi' ? true : undefined,
  );
  await page.getByRole('textbox', { name: /^NIK penerima/ }).fill('123');
  expect(await faultsOf(citizen)).toEqual([]);
  await page.getByRole('button', { name: 'Periksa isian' }).click();
  await page.getByRole('heading', { name: 'Periksa sebelum dikirim' }).waitFor();
  expect(await faultsOf(citizen)).toEqual([]);
  // What is no NIK is refused in words, and nothing is lost.
  await page.getByRole('button', { name: 'Kirim pengaduan' }).click();
  await page.getByText(/NIK harus 16 angka/).waitFor();
  await page.getByRole('button', { name: 'Ubah isian' }).click();
  expect(await page.getByRole('textbox', { name: /Apa yang terjadi/ }).inputValue()).toContain('Rp20.000');
  await page.getByRole('textbox', { name: /^NIK penerima/ }).fill('');
  await page.getByRole('button', { name: 'Periksa isian' }).click();
  await page.getByRole('button', { name: 'Kirim pengaduan' }).click();
  await page.getByText(/^Terkirim\. Nomor pengaduan Anda/).waitFor();
  expect(await faultsOf(citizen)).toEqual([]);
  const [number = '', secret = ''] = await page.locator('dd strong').allInnerTexts();

  const head = await amanah.at('dinsos.kepala', '/complaints');
  await head.press(head.page.getByRole('link', { name: number }));
  await head.press(head.page.getByRole('button', { name: 'Jawab', exact: true }));
  await head.type(head.page.getByRole('textbox', { name: /^Jawaban/ }), 'Uang dikembalikan, petugas ditegur.');
  await head.press(head.page.getByRole('button', { name: 'Jawab', exact: true }));
  await head.page.getByText('Jawaban menunggu orang kedua').waitFor();
  expect(head.interactions).toBeLessThanOrEqual(4);
  expect(await faultsOf(head)).toEqual([]);
  const mayor = await amanah.at('walikota', '/complaints');
  await mayor.press(mayor.page.getByRole('link', { name: number }));
  await mayor.press(mayor.page.getByRole('button', { name: 'Setujui jawaban' }));
  await mayor.page.getByRole('main').getByText('Dijawab', { exact: true }).first().waitFor();

  await page.getByRole('link', { name: 'Lihat pengaduan saya' }).click();
  await page.getByRole('textbox', { name: 'Nomor pengaduan' }).fill(number);
  await page.getByRole('textbox', { name: 'Kode rahasia' }).fill(secret.toLowerCase());
  await page.getByRole('button', { name: 'Lihat', exact: true }).click();
  await page.getByText('Uang dikembalikan, petugas ditegur.').waitFor();
  expect(await faultsOf(citizen)).toEqual([]);
});

test('a clerk takes a walk-in on one page of at most eight fields', async () => {
  const clerk = await amanah.at('dinsos.operator', '/complaints/new');
  const { page } = clerk;
  await page.getByRole('heading', { name: 'Terima pengaduan' }).waitFor();
  expect(await page.locator('main form :is(input, textarea):visible').count()).toBeLessThanOrEqual(8);
  await clerk.type(page.getByRole('textbox', { name: /^Apa yang terjadi/ }), 'Kartu tidak terbaca di warung.');
  expect(await faultsOf(clerk)).toEqual([]);
  await clerk.press(page.getByRole('button', { name: 'Simpan pengaduan' }));
  await page.getByText(/^Terkirim\. Nomor pengaduan Anda/).waitFor();
});
