import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Actors } from '../../apps/cli/src/demo/actors.js';
import { type ASystem, aSystem } from './support/a-system.js';
import { periodInEndorsement } from './support/a-period.js';
import { DESK, launch, PHONE, type Screen, Visitor } from './support/browser.js';

jest.setTimeout(300_000);

let system: ASystem;
let browser: Browser;
let actors: Actors;

beforeAll(async () => {
  system = await aSystem();
  browser = await launch();
  actors = await periodInEndorsement(system.url);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** In the inbox of this period, which is the person's home. */
async function atHome(username: string, screen: Screen): Promise<Visitor> {
  const visitor = await Visitor.at(browser, system.url, screen);
  await actors.task(username, 'endorsement.lurah');
  await visitor.signIn(username);
  await visitor.open(`/inbox?periodId=${actors.periodId}`);
  return visitor;
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
  await lurah.press(lurah.page.locator('#decision').getByRole('button', { name: 'Sahkan' }));
  await lurah.page.getByText('Disetujui: Sahkan BA kelurahan').waitFor();
  expect(lurah.interactions).toBeLessThanOrEqual(4);
  expect(await outcomeOf('lurah.kranji')).toMatchObject([{ outcome: 'approved' }]);
  await lurah.leave();
});

test('a lurah returns with a reason in at most 5 interactions', async () => {
  const lurah = await atHome('lurah.jakasampurna', DESK);
  await lurah.press(lurah.page.getByRole('link', { name: 'Sahkan BA kelurahan' }));
  await lurah.press(lurah.page.getByLabel('Kembalikan untuk diperbaiki'));
  await lurah.type(lurah.page.getByLabel('Alasan'), 'Cek ulang keluarga yang pindah di RW 04');
  await lurah.press(lurah.page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }));
  await lurah.page.getByText('Dikembalikan untuk diperbaiki: Sahkan BA kelurahan').waitFor();
  expect(lurah.interactions).toBeLessThanOrEqual(5);
  expect(await outcomeOf('lurah.jakasampurna')).toMatchObject([{ outcome: 'returned' }]);
  await lurah.leave();
});

test('a return without a reason is asked for one, and nothing is sent', async () => {
  const lurah = await atHome('lurah.bintara', DESK);
  await lurah.press(lurah.page.getByRole('link', { name: 'Sahkan BA kelurahan' }));
  await lurah.press(lurah.page.getByLabel('Kembalikan untuk diperbaiki'));
  await lurah.press(lurah.page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }));
  expect(await lurah.page.getByRole('alert').textContent()).toContain('Tuliskan alasan');
  expect(await outcomeOf('lurah.bintara')).toEqual([]);
  await lurah.leave();
});
