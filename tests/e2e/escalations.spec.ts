import { jest } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { type ASystem, aSystem } from './support/a-system.js';
import { periodInVerification } from './support/a-period.js';
import { DESK, launch, PHONE, type Screen, Visitor } from './support/browser.js';

jest.setTimeout(600_000);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
let system: ASystem;
let browser: Browser;

/** A city whose kelurahan have not begun to verify. */
beforeAll(async () => {
  system = await aSystem();
  browser = await launch();
  await periodInVerification(system.url);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

async function at(screen: Screen, username: string): Promise<Visitor> {
  const visitor = await Visitor.at(browser, system.url, screen);
  await visitor.signIn(username);
  return visitor;
}

async function expectAccessible({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
}

test.each([DESK, PHONE, { ...PHONE, language: 'en', scheme: 'dark' } as const])(
  'at $width px, $language: who will be told what is seen beforehand, and a day that is past is refused in words',
  async (screen) => {
    const visitor = await at(screen, 'dinsos.kepala');
    const { page } = visitor;
    await visitor.open('/escalations');
    await page.locator('tbody tr').first().waitFor();
    const role = screen.language === 'id' ? 'Operator kelurahan' : 'Kelurahan operator';
    expect(await page.locator('tbody').textContent()).toContain(role);
    await expectAccessible(visitor);

    await visitor.open('/escalations?until=2001-01-01');
    await page.getByRole('alert').waitFor();
    await expectAccessible(visitor);
    await visitor.leave();
  },
);

test('a regional holiday is added from the calendar, and taken away again', async () => {
  const visitor = await at(PHONE, 'walikota');
  const { page } = visitor;
  await visitor.open('/calendar');
  await page.locator('input[type=month]:not([value=""])').waitFor();
  const month = await page.getByLabel('Bulan').inputValue();
  const next = new Date(Date.parse(`${month}-28`) + 10 * 86_400_000).toISOString().slice(0, 7);
  await visitor.type(page.getByLabel('Bulan'), next);
  await visitor.press(page.getByRole('button', { name: 'Tambah libur daerah' }));
  await visitor.type(page.getByLabel('Hari', { exact: false }).last(), `${next}-15`);
  await visitor.type(page.getByLabel('Nama'), 'Hari jadi kota');
  await visitor.type(page.getByLabel('Keputusan'), 'SK Wali Kota 12');
  await expectAccessible(visitor);
  await visitor.press(page.getByRole('button', { name: 'Tambah hari libur' }));
  await page.getByText('Hari jadi kota').waitFor();
  await expectAccessible(visitor);
  await visitor.press(page.getByRole('button', { name: 'Hapus' }));
  await page.getByText('Hari jadi kota').waitFor({ state: 'detached' });
  await visitor.leave();
});

test('on a desktop both are found under "Lainnya"', async () => {
  const visitor = await at(DESK, 'dinsos.kepala');
  const { page } = visitor;
  await visitor.open('/inbox');
  await visitor.press(page.getByRole('button', { name: 'Lainnya' }));
  await visitor.press(
    page.getByRole('link', { name: 'Simulasi eskalasi' }).or(page.getByRole('link', { name: 'Eskalasi' })),
  );
  await page.getByRole('heading', { level: 1, name: 'Simulasi eskalasi' }).waitFor();
  expect(visitor.interactions).toBe(2);
  await visitor.leave();
});
