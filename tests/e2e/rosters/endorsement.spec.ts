import type { Actors } from '../../../apps/cli/src/demo/actors.js';
import { periodInEndorsement } from '../support/a-period.js';
import { DESK, PHONE, type Screen, type Visitor } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();
let actors: Actors;

beforeAll(async () => {
  actors = await periodInEndorsement(amanah.url());
});

/** In the inbox of this period, which is the person's home. */
async function atHome(username: string, screen: Screen): Promise<Visitor> {
  await actors.task(username, 'endorsement.lurah');
  return amanah.at(username, `/inbox?periodId=${actors.periodId}`, screen);
}

const outcomeOf = async (username: string): Promise<{ outcome: string }[]> =>
  (
    await actors.api.get<{ rows: { outcome: string }[] }>(
      username,
      `/tasks?view=done&kind=endorsement.lurah&periodId=${actors.periodId}`,
    )
  ).rows;

test('a lurah endorses on a phone in at most 4 interactions', async () => {
  const lurah = await atHome('lurah.kranji', PHONE);
  await lurah.press(lurah.page.getByRole('link', { name: 'Sahkan BA kelurahan' }));
  await lurah.press(lurah.page.getByRole('group', { name: 'Keputusan Anda' }).getByRole('button', { name: 'Sahkan' }));
  await lurah.press(lurah.decision.getByRole('button', { name: 'Sahkan' }));
  await lurah.page.getByText('Disetujui: Sahkan BA kelurahan').waitFor();
  expect(lurah.interactions).toBeLessThanOrEqual(4);
  expect(await outcomeOf('lurah.kranji')).toMatchObject([{ outcome: 'approved' }]);
});

test('a lurah returns with a reason in at most 5 interactions', async () => {
  const lurah = await atHome('lurah.jakasampurna', DESK);
  await lurah.press(lurah.page.getByRole('link', { name: 'Sahkan BA kelurahan' }));
  await lurah.press(lurah.decision.getByLabel('Kembalikan untuk diperbaiki'));
  await lurah.type(lurah.decision.getByLabel('Alasan'), 'Cek ulang keluarga yang pindah di RW 04');
  await lurah.press(lurah.decision.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }));
  await lurah.page.getByText('Dikembalikan untuk diperbaiki: Sahkan BA kelurahan').waitFor();
  expect(lurah.interactions).toBeLessThanOrEqual(5);
  expect(await outcomeOf('lurah.jakasampurna')).toMatchObject([{ outcome: 'returned' }]);
});

test('a return without a reason is asked for one, and nothing is sent', async () => {
  const lurah = await atHome('lurah.bintara', DESK);
  await lurah.press(lurah.page.getByRole('link', { name: 'Sahkan BA kelurahan' }));
  await lurah.press(lurah.decision.getByLabel('Kembalikan untuk diperbaiki'));
  await lurah.press(lurah.decision.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }));
  expect(await lurah.page.getByRole('alert').textContent()).toContain('Tuliskan alasan');
  expect(await outcomeOf('lurah.bintara')).toEqual([]);
});
