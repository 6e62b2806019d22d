import { periodInRoster } from '../support/a-period.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('a quota is topped up while the city works: proposed, signed by two, and in force', async () => {
  const actors = await periodInRoster(amanah.url(), 2000);
  const officer = await amanah.at('program', `/periods/${actors.periodId}`);
  await officer.press(officer.page.getByRole('link', { name: 'Perubahan kuota' }));
  await officer.press(officer.page.getByRole('link', { name: 'Ubah kuota' }));
  await officer.type(officer.page.getByLabel('Yang berubah'), '32.75;+1.100');
  await officer.page.getByText('3.100 (+1.100)').waitFor();
  await officer.type(officer.page.getByLabel('Alasan'), 'Surat rekaan: keluarga baru');
  await officer.press(officer.page.getByRole('button', { name: 'Usulkan perubahan' }));
  await officer.page.getByText('Menunggu tanda tangan').waitFor();

  await actors.act('ppk', 'quota.verify', { outcome: 'approved' });
  const task = await actors.task('kpa', 'quota.approve');
  const kpa = await amanah.at('kpa', `/tasks/${task.id}`);
  await kpa.page.getByRole('cell', { name: '+1.100' }).first().waitFor();
  await actors.decide('kpa', task, { outcome: 'approved' });

  await officer.page.getByText('Berlaku').waitFor();
  await officer.page.getByRole('cell', { name: '3.100' }).waitFor();
});
