import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('a family asks on a phone how far its aid is; what is no NIK is refused in words and nothing is kept in the address', async () => {
  const family = await amanah.stranger(PHONE);
  await family.open('/cek');
  const { page } = family;
  await page.getByRole('heading', { name: 'Cek bantuan saya' }).waitFor();
  await page.getByRole('textbox', { name: /^NIK/ }).fill('123');
  await page.getByLabel(/^Tanggal lahir/).fill('1980-05-17');
  await page.getByRole('button', { name: 'Cek', exact: true }).click();
  await page.getByText(/NIK harus 16 angka/).waitFor();
  expect(await page.getByRole('textbox', { name: /^NIK/ }).inputValue()).toBe('123');
  await page.getByRole('textbox', { name: /^NIK/ }).fill('3275021705809999');
  await page.getByRole('button', { name: 'Cek', exact: true }).click();
  await page.getByText(/^Tidak ada bantuan yang tercatat/).waitFor();
  expect(page.url()).not.toContain('3275');
  expect(await faultsOf(family)).toEqual([]);
  await page.getByRole('link', { name: 'Sampaikan pengaduan' }).click();
  await page.getByRole('heading', { name: 'Sampaikan pengaduan' }).waitFor();
});
