import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../../../apps/cli/src/demo/demo.command.js';
import { browsing } from '../support/browsing.js';

/** A system of its own, with another city than Kota Bekasi beside it, and because the demo moves the calendar by months. */
const amanah = browsing({ ownSystem: () => ({ AMANAH_SANDBOX_CITIES: '32.75,32.76' }) });

test('two cities run a period side by side, each with its decree and order, and the nation is their sum', async () => {
  const out = mkdtempSync(join(tmpdir(), 'amanah-reports-'));
  const cities = ['32.75', '32.76'];
  expect(await runDemo({ cities, kpm: '200', seed: '5', out, url: amanah.url() })).toBe(true);
  expect(readdirSync(out).sort()).toEqual(
    cities.flatMap((city) => [`laporan-${city}.pdf`, `laporan-${city}.xlsx`]).sort(),
  );
  rmSync(out, { recursive: true });
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
