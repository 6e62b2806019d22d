import type { Actors } from '../../../apps/cli/src/demo/actors.js';
import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { periodInEndorsement } from '../support/a-period.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();
let actors: Actors;

beforeAll(async () => {
  actors = await periodInEndorsement(amanah.url());
  await actors.task('lurah.kranji', 'endorsement.lurah');
});

test('a lurah delegates on a phone; the neighbour endorses on behalf, and the story says for whom', async () => {
  const lurah = await amanah.at('lurah.kranji', '/delegations', PHONE);
  await lurah.page.getByText('Anda belum mendelegasikan jabatan.').waitFor();
  await lurah.press(lurah.page.getByRole('button', { name: 'Delegasikan beberapa hari' }));
  await lurah.press(lurah.page.getByRole('radio', { name: 'Lurah Bintara', exact: true }));
  await lurah.type(lurah.page.getByLabel('Alasan'), 'Cuti tahunan');
  expect(await faultsOf(lurah)).toEqual([]);
  await lurah.press(lurah.page.getByRole('button', { name: 'Delegasikan', exact: true }));
  await lurah.page.getByText('Berlaku', { exact: true }).waitFor();
  expect(await faultsOf(lurah)).toEqual([]);

  const neighbour = await amanah.at('lurah.bintara', '/inbox');
  await neighbour.page.getByText('Anda bertindak untuk Lurah Kranji (Kelurahan Kranji)').waitFor();
  await neighbour.press(neighbour.page.getByRole('link', { name: 'Lihat tugasnya' }));
  await neighbour.page.waitForURL('**/inbox?view=behalf');
  await neighbour.open(`/inbox?view=behalf&periodId=${actors.periodId}`);
  const row = neighbour.page.getByRole('row').filter({ hasText: 'Kranji' });
  await row.getByText('untuk Lurah Kranji').waitFor();
  expect(await faultsOf(neighbour)).toEqual([]);
  await neighbour.press(row.getByRole('link'));
  await neighbour.page.getByText('untuk Lurah Kranji', { exact: true }).first().waitFor();
  const taskPath = new URL(neighbour.page.url()).pathname;
  await neighbour.press(neighbour.decision.getByLabel('Sahkan', { exact: true }));
  await neighbour.press(neighbour.decision.getByRole('button', { name: 'Sahkan' }));
  await neighbour.page.getByText('Disetujui: Sahkan BA kelurahan').waitFor();

  await lurah.open(taskPath);
  await lurah.page.getByText('Lurah Bintara untuk Lurah Kranji').first().waitFor();
  await lurah.open('/delegations');
  await lurah.press(lurah.page.getByRole('button', { name: 'Akhiri sekarang pendelegasian Lurah Bintara' }));
  await lurah.page.getByText(/^Diakhiri/).waitFor();
  await neighbour.open('/inbox');
  await neighbour.page.getByText('Anda bertindak untuk').waitFor({ state: 'detached' });
});

/** A lurah for a whole kecamatan, so that there is more than one task to hand over. */
const aLurah = () => aColleague(amanah.system().databaseUrl, 'lurah', '32.75.02');

test('an officer hands over, and the receiver accepts two items and refuses one', async () => {
  const [giver, receiver] = [await aLurah(), await aLurah()];
  const { rows } = await actors.api.get<{ rows: { id: string; territoryName: string }[] }>(
    giver.username,
    `/tasks?view=pool&kind=endorsement.lurah&periodId=${actors.periodId}`,
  );
  const three = rows.filter(({ territoryName }) => !/^(Kranji|Bintara)$/.test(territoryName)).slice(0, 3);
  for (const { id } of three) await actors.api.post(giver.username, `/tasks/${id}/claim`, {});
  const gives = await amanah.at(giver.username, '/handovers', PHONE);
  await gives.press(gives.page.getByRole('button', { name: 'Serahkan semua' }));
  await gives.page.getByText('Tugas dipegang: 3').waitFor();
  await gives.press(gives.page.getByRole('radio', { name: receiver.fullName, exact: true }));
  await gives.type(gives.page.getByLabel('Alasan'), 'Pindah tugas');
  expect(await faultsOf(gives)).toEqual([]);
  await gives.press(gives.page.getByRole('button', { name: 'Tawarkan berkas' }));
  await gives.page.getByRole('button', { name: 'Tarik kembali' }).waitFor();
  expect(await faultsOf(gives)).toEqual([]);

  const takes = await amanah.at(receiver.username, new URL(gives.page.url()).pathname);
  const boxes = takes.page.getByRole('checkbox');
  await boxes.nth(2).waitFor();
  expect(await faultsOf(takes)).toEqual([]);
  await takes.press(boxes.nth(0));
  await takes.press(boxes.nth(1));
  await takes.press(takes.page.getByRole('button', { name: 'Terima 2 yang dipilih' }));
  await takes.page.getByText('2 diterima, 0 tetap pada pemberi').waitFor();
  await takes.type(takes.page.getByLabel('Alasan menolak'), 'Bukan wilayah saya');
  await takes.press(takes.page.getByRole('button', { name: 'Tolak semua' }));
  await takes.page.getByText('Dijawab', { exact: true }).waitFor();
  await takes.page.getByText('Ditolak', { exact: true }).waitFor();
  expect(await takes.page.getByText('Diterima', { exact: true }).count()).toBe(2);
  expect(await faultsOf(takes)).toEqual([]);
});
