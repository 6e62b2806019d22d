import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('a DIPA is entered by one officer, and is the ceiling when the KPA has confirmed it', async () => {
  const officer = await amanah.at('program', '/budgets');
  await officer.page.getByRole('button', { name: 'Catat DIPA' }).click();
  await officer.page.getByLabel('Tahun').fill('2061');
  await officer.page.getByLabel('Nomor DIPA').fill('SP DIPA-027/2061');
  await officer.page.getByLabel('Tanggal DIPA').fill('2023-03-01');
  const amount = officer.page.getByLabel('Pagu (rupiah)');
  await amount.fill('45,12 triliun');
  await officer.page.getByText('Tulis rupiah utuh').waitFor();
  await amount.fill('Rp45.120.000.000.000,00');
  expect(await faultsOf(officer)).toEqual([]);
  await officer.page.getByRole('button', { name: 'Kirim ke KPA' }).click();
  await officer.page.getByRole('heading', { name: 'Pagu 2061 menunggu pengesahan' }).waitFor();
  expect(await officer.page.getByRole('button', { name: 'Sahkan' }).count()).toBe(0);

  const kpa = await amanah.at('kpa', '/budgets', PHONE);
  await kpa.page.getByRole('button', { name: 'Sahkan', exact: true }).click();
  await kpa.page.getByText('Mulai sekarang pagu 2061 adalah Rp45.120.000.000.000.').waitFor();
  expect(await faultsOf(kpa)).toEqual([]);
  await kpa.page.getByRole('button', { name: 'Sahkan pagu' }).click();
  await kpa.page.getByRole('heading', { name: 'Pagu 2061 menunggu pengesahan' }).waitFor({ state: 'detached' });
  await kpa.page.getByText('SP DIPA-027/2061').waitFor();
});
