import { periodInAllocation } from '../support/a-period.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

test('a quota that was typed is never sent as the earlier one', async () => {
  const actors = await periodInAllocation(amanah.url(), 2000);
  await actors.act('ppk', 'allocation.verify', { outcome: 'returned', reason: 'Kurang 100 keluarga' });
  const task = await actors.task('program', 'allocation.prepare');
  const officer = await amanah.at('program', `/tasks/${task.id}`);
  await officer.type(officer.page.getByLabel('Kuota per kota'), '32.75;2.100');
  const send = officer.decision.getByRole('button', { name: 'Kirim' });

  await officer.press(send);
  expect(await officer.decision.getByRole('alert').textContent()).toContain('belum disimpan');

  await officer.press(officer.page.getByRole('button', { name: 'Simpan kuota' }));
  await officer.page.getByRole('cell', { name: '2.100' }).first().waitFor();
  await officer.press(send);
  const verified = await actors.task('ppk', 'allocation.verify');
  expect(verified).toMatchObject({ families: 2100, amountRupiah: '840000000' });
});
