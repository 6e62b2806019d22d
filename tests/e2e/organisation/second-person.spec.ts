import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { ApiClient } from '../../../apps/cli/src/demo/api-client.js';
import { faultsOf } from '../support/accessibility.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('who signs is entered by one officer, confirmed by another, and gets the code by a letter', async () => {
  const api = new ApiClient(amanah.url(), 'amanah-demo');
  const offices = await api.get<{ rows: { id: string; name: string }[] }>(
    'program',
    '/organisation/offices?kind=ministry',
  );
  const officeId = offices.rows.find(({ name }) => name === 'Kementerian Sosial')?.id;
  const username = `bendahara.${randomBytes(4).toString('hex')}`;
  const person = { username, fullName: 'Bendahara Baru', officeId, role: 'treasurer', validFrom: '2023-03-01' };
  const { id } = await api.post<{ id: string }>('program', '/organisation/officers', person);

  const registrar = await amanah.at('program', `/organisation/officers/${id}`);
  await registrar.page.getByText('Menunggu pengesahan').waitFor();
  expect(await registrar.page.getByRole('button', { name: 'Sahkan' }).count()).toBe(0);
  await registrar.page.getByRole('button', { name: 'Buat kode aktivasi' }).click();
  await registrar.page.getByText('kodenya tidak ditampilkan').first().waitFor();

  const second = await amanah.at('kpa', `/organisation/officers/${id}`);
  await second.page.getByRole('button', { name: 'Sahkan' }).click();
  expect(await faultsOf(second)).toEqual([]);
  await second.page.getByRole('button', { name: 'Sahkan jabatan' }).click();
  await second.page.getByText('Disahkan oleh KPA').waitFor();
  const saved = second.page.waitForEvent('download');
  await second.page.getByRole('button', { name: 'Ambil surat (PDF)' }).click();
  const letter = await saved;
  expect(letter.suggestedFilename()).toBe('surat-aktivasi.pdf');
  expect(readFileSync(await letter.path(), 'latin1').startsWith('%PDF-')).toBe(true);
});
