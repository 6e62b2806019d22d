import { anUnusedOrder } from '../../support/factories/orders.js';
import { countAfter } from '../../support/factories/sequence.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';
import { inDatabase } from '../support/field-cases.js';

const amanah = browsing();
let path = '';

/** A period whose money has come to sixty families of two kecamatan, none of whom has used it. */
beforeAll(() =>
  inDatabase(amanah.system(), async (database) => {
    const [{ last } = { last: 0 }] = await database.query<{ last: number }[]>(
      `select coalesce(max(substring(username from '[.](\\d+)$')::bigint), 0)::int as last from officer where username ~ '[.]\\d{1,4}$'`,
    );
    countAfter(last);
    const { periodId } = await anUnusedOrder(database, 60);
    path = `/periods/${periodId}/dashboard?territory=32.75`;
  }),
);

const MAP = { name: 'Peta Kota Bekasi per wilayah' };
const RANKING = { name: 'Mana yang paling tertinggal?' };

test('from the map of a city by keyboard to the row of a kecamatan, to its neighbour, and into it', async () => {
  const office = await amanah.at('dinsos.kepala', path);
  const { page } = office;
  const map = page.getByRole('group', MAP);
  await map.getByRole('link', { name: 'Bekasi Barat: 100,0 % dari 40 KPM belum bertransaksi' }).focus();
  // Where another period was played before, a second table compares with it.
  const table = page.getByRole('table', RANKING);
  const west = table.getByRole('row', { name: /^Bekasi Barat/ });
  const north = table.getByRole('row', { name: /^Bekasi Utara/ });
  const isMarked = async () => [await west.getAttribute('data-active'), await north.getAttribute('data-active')];
  expect(await isMarked()).toEqual(['true', null]);
  await page.keyboard.press('ArrowUp');
  expect(await isMarked()).toEqual([null, 'true']);
  expect(await faultsOf(office)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Dasbor Bekasi Utara' }).waitFor();
  await page.getByRole('group', { name: 'Peta Bekasi Utara per wilayah' }).waitFor();
  await page.goBack();
  await west.hover();
  expect(await map.locator('.map-chosen').count()).toBe(1);
  await map.getByRole('link', { name: /^Bekasi Barat/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Dasbor Bekasi Barat' }).waitFor();
});

test.each(['light', 'dark'] as const)('on a phone the map stands above its table and fits, %s', async (scheme) => {
  const phone = await amanah.at('dinsos.kepala', path, { ...PHONE, scheme });
  const map = phone.page.getByRole('group', MAP);
  const table = phone.page.getByRole('table', RANKING);
  const [above, below] = [await map.boundingBox(), await table.boundingBox()];
  expect((above?.y ?? NaN) + (above?.height ?? NaN)).toBeLessThan(below?.y ?? NaN);
  expect(await faultsOf(phone)).toEqual([]);
});

test('where no outlines are loaded one line says so, and the table is there', async () => {
  const { page } = await amanah.at('program', path.replace('32.75', 'ID'));
  await page.getByText('Peta belum ada di sini: batas wilayahnya belum dimuat.').waitFor();
  expect(await page.getByRole('table', RANKING).count()).toBe(1);
  expect(await page.getByRole('group', { name: /^Peta/ }).count()).toBe(0);
});
