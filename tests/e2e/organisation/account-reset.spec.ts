import { readFileSync } from 'node:fs';
import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('one officer asks for a way back, the officer may say no, another confirms and fetches the letter', async () => {
  const { username, officerId } = await aColleague(amanah.system().databaseUrl, 'treasurer', 'ID');
  const page = `/organisation/officers/${officerId}`;

  const registrar = await amanah.at('program', page);
  await registrar.page.getByRole('button', { name: 'Minta akses baru' }).click();
  await registrar.page.getByRole('radio', { name: 'Keduanya' }).check();
  await registrar.page
    .getByRole('textbox', { name: /Bagaimana Anda tahu/ })
    .fill('Datang sendiri dengan kartu pegawai');
  expect(await faultsOf(registrar)).toEqual([]);
  await registrar.page.getByRole('button', { name: 'Minta', exact: true }).click();
  await registrar.page.getByText('Menunggu pengesahan').first().waitFor();
  expect(await registrar.page.getByRole('button', { name: 'Sahkan' }).count()).toBe(0);

  const officer = await amanah.at(username, '/account');
  await officer.page.getByRole('button', { name: 'Bukan saya yang meminta' }).waitFor();
  expect(await faultsOf(officer)).toEqual([]);

  const second = await amanah.at('kpa', page);
  await second.page.getByRole('button', { name: 'Sahkan' }).click();
  await second.page.getByRole('button', { name: 'Sahkan akses baru' }).click();
  await second.page.getByText('Disahkan, menunggu kode dari surat').waitFor();
  const saved = second.page.waitForEvent('download');
  await second.page.getByRole('button', { name: 'Ambil surat kode (PDF)' }).click();
  const letter = await saved;
  expect(letter.suggestedFilename()).toBe('surat-sandi-baru.pdf');
  expect(readFileSync(await letter.path(), 'latin1').startsWith('%PDF-')).toBe(true);
  expect(await faultsOf(second)).toEqual([]);

  await officer.page.reload();
  await officer.page.getByRole('button', { name: 'Masuk', exact: true }).waitFor();
});

test('who did not ask ends it from their own account', async () => {
  const { username, officerId } = await aColleague(amanah.system().databaseUrl, 'treasurer', 'ID');
  const registrar = await amanah.at('program', `/organisation/officers/${officerId}`);
  await registrar.page.getByRole('button', { name: 'Minta akses baru' }).click();
  await registrar.page.getByRole('textbox', { name: /Bagaimana Anda tahu/ }).fill('Menelepon dari nomor kantor');
  await registrar.page.getByRole('button', { name: 'Minta', exact: true }).click();
  await registrar.page.getByText('Menunggu pengesahan').first().waitFor();

  const officer = await amanah.at(username, '/account');
  await officer.page.getByRole('button', { name: 'Bukan saya yang meminta' }).click();
  await officer.page.getByRole('button', { name: 'Bukan saya yang meminta' }).waitFor({ state: 'detached' });
  await registrar.page.reload();
  await registrar.page.getByText('Disangkal pejabatnya').waitFor();
});
