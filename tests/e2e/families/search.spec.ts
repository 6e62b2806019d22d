import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ApiClient } from '../../../apps/cli/src/demo/api-client.js';
import { faultsOf } from '../support/accessibility.js';
import { periodInVerification } from '../support/a-period.js';
import { PHONE, type Screen } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const KRANJI = '32.75.02.1002';
const amanah = browsing();

let nik = '';
/** Somebody of Kranji who came with a card: their NIK, as it stands on the card. */
beforeAll(async () => {
  const { periodId } = await periodInVerification(amanah.url());
  const api = new ApiClient(amanah.url(), 'amanah-demo');
  const { rosterId } = await api.get<{ rosterId: string }>(
    'dinsos.operator',
    `/periods/${periodId}/cities/32.75/board`,
  );
  const list = `/rosters/${rosterId}/families?kelurahanCode=${KRANJI}&state=valid&limit=1`;
  const [row] = (await api.get<{ rows: { id: string }[] }>('operator.kranji', list)).rows;
  const path = `/families/${row?.id ?? ''}/reveal`;
  ({ nik } = await api.post<{ nik: string }>('operator.kranji', path, { purpose: 'warga di loket' }));
});

async function atTheCounter(screen?: Screen) {
  const visitor = await amanah.at('operator.kranji', '/inbox', screen);
  const { page } = visitor;
  const look = async (text: string): Promise<void> => {
    await visitor.type(page.getByLabel(/^Kode keluarga, NIK/), text);
    await visitor.key('Enter');
  };
  return { visitor, page, look };
}

test('from the inbox to a family by its NIK: five acts, and four for the next one of the session', async () => {
  const { visitor, page, look } = await atTheCounter();
  await visitor.press(page.getByRole('link', { name: 'Keluarga', exact: true }));
  await visitor.type(page.getByLabel(/^Untuk apa Anda mencari/), 'pengaduan warga');
  await look(nik);
  const found = page.getByRole('table', { name: 'Keluarga yang ditemukan' }).getByRole('link');
  await visitor.press(found.first());
  await page.getByRole('heading', { name: 'Daftar dan putusan' }).waitFor();
  expect(visitor.interactions).toBeLessThanOrEqual(5);
  expect(page.url()).toMatch(/\/families\/K-\d{4}-\d{4}-\d{2}$/);
  expect(await faultsOf(visitor)).toEqual([]);

  visitor.interactions = 0;
  await visitor.press(page.getByRole('main').getByRole('link', { name: 'Keluarga', exact: true }));
  expect(await page.getByLabel(/^Untuk apa Anda mencari/).count()).toBe(0);
  await look(nik);
  await visitor.press(found.first());
  await page.getByRole('heading', { name: 'Daftar dan putusan' }).waitFor();
  expect(visitor.interactions).toBeLessThanOrEqual(4);
  expect(await faultsOf(visitor)).toEqual([]);
});

test('on a phone, too, and nothing lies beside the screen', async () => {
  const { visitor, page, look } = await atTheCounter(PHONE);
  await visitor.open('/families');
  await visitor.type(page.getByLabel(/^Untuk apa Anda mencari/), 'pengaduan warga');
  await look(nik);
  await visitor.press(page.getByRole('table').getByRole('link').first());
  await page.getByRole('heading', { name: 'Daftar dan putusan' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await faultsOf(visitor)).toEqual([]);
});

test('the NIK that was searched is in no log of any process', async () => {
  const logs = join(dirname(process.env['AMANAH_TEST_SYSTEM'] ?? ''), 'logs');
  const files = (await readdir(logs)).filter((name) => name.endsWith('.log'));
  expect(files).toContain('api.log');
  for (const file of files) {
    const said = await readFile(join(logs, file), 'utf8');
    expect([file, said.includes(nik)]).toEqual([file, false]);
  }
  expect(await readFile(join(logs, 'api.log'), 'utf8')).toContain('/api/v1/families/search');
});
