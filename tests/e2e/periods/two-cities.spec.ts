import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../../../apps/cli/src/demo/demo.command.js';
import { faultsOf } from '../support/accessibility.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

/** A system of its own, with another city than Kota Bekasi beside it, and because the demo moves the calendar by months. */
const amanah = browsing({ ownSystem: () => ({ AMANAH_SANDBOX_CITIES: '32.75,32.76' }) });

const CITIES = ['32.75', '32.76'];
const out = mkdtempSync(join(tmpdir(), 'amanah-reports-'));
let isExplained = false;

beforeAll(async () => {
  isExplained = await runDemo({ cities: CITIES, kpm: '200', seed: '5', out, url: amanah.url() });
});
afterAll(() => {
  rmSync(out, { recursive: true });
});

test('two cities run a period side by side, each with its decree and order, and the nation is their sum', () => {
  expect(isExplained).toBe(true);
  expect(readdirSync(out).sort()).toEqual(
    CITIES.flatMap((city) => [`laporan-${city}.pdf`, `laporan-${city}.xlsx`]).sort(),
  );
});

test('from the period to one kelurahan in five clicks, every page adding up', async () => {
  const treasurer = await amanah.at('bendahara', '/periods');
  const { page } = treasurer;
  const main = page.getByRole('main');
  await main.getByRole('rowheader').getByRole('link').first().click();
  const worst = page
    .getByRole('table', { name: 'Mana yang paling tertinggal?' })
    .getByRole('rowheader')
    .getByRole('link');
  const clicks = [
    main.getByRole('link', { name: 'Dasbor', exact: true }),
    worst.first(),
    worst.filter({ hasText: 'Kota Bekasi' }),
    worst.first(),
    worst.first(),
  ];
  for (const link of clicks) {
    await link.waitFor();
    const place = await link.textContent();
    await link.click();
    const name = place === 'Dasbor' ? 'Indonesia' : place;
    await page.getByRole('heading', { level: 1, name: `Dasbor ${name}`, exact: true }).waitFor();
    await page.getByText(/KPM dialokasikan = /).waitFor();
    expect(await faultsOf(treasurer)).toEqual([]);
  }
  const { pathname, searchParams } = new URL(page.url());
  expect(searchParams.get('territory')).toMatch(/^32\.75\.\d\d\.\d{4}$/);

  const mayor = await amanah.at('walikota', `${pathname}?territory=32.75`, PHONE);
  await mayor.page.getByRole('heading', { level: 1, name: 'Dasbor Kota Bekasi' }).waitFor();
  expect(await faultsOf(mayor)).toEqual([]);
  await mayor.open(`${pathname}?territory=32.76`);
  await mayor.page.getByRole('alert').waitFor();
});

test('the sign-in page offers the same roles of each city apart', async () => {
  const { page } = await amanah.stranger();
  await page.goto('/sign-in');
  for (const city of ['Kota Bekasi', 'Kota Depok']) {
    const group = page.getByRole('group', { name: city });
    await group.waitFor();
    expect(await group.getByRole('button').allTextContents()).toEqual([
      'Operator Dinsos',
      'Kepala Dinsos',
      'Wali kota',
    ]);
  }
});
