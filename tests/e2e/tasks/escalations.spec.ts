import { faultsOf } from '../support/accessibility.js';
import { periodInVerification } from '../support/a-period.js';
import { DESK, PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();

/** A city whose kelurahan have not begun to verify. */
beforeAll(async () => {
  await periodInVerification(amanah.url());
});

test.each([DESK, PHONE, { ...PHONE, language: 'en', scheme: 'dark' } as const])(
  'at $width px, $language: who will be told what is seen beforehand, and a day that is past is refused in words',
  async (screen) => {
    const visitor = await amanah.at('dinsos.kepala', '/escalations', screen);
    const { page } = visitor;
    await page.locator('tbody tr').first().waitFor();
    const role = screen.language === 'id' ? 'Operator kelurahan' : 'Kelurahan operator';
    expect(await page.locator('tbody').textContent()).toContain(role);
    expect(await faultsOf(visitor)).toEqual([]);

    await visitor.open('/escalations?until=2001-01-01');
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.leave();
  },
);

test('a regional holiday is added from the calendar, and taken away again', async () => {
  const visitor = await amanah.at('walikota', '/calendar', PHONE);
  const { page } = visitor;
  await page.locator('input[type=month]:not([value=""])').waitFor();
  const month = await page.getByLabel('Bulan').inputValue();
  const next = new Date(Date.parse(`${month}-28`) + 10 * 86_400_000).toISOString().slice(0, 7);
  await visitor.type(page.getByLabel('Bulan'), next);
  await visitor.press(page.getByRole('button', { name: 'Tambah libur daerah' }));
  await visitor.type(page.getByLabel('Hari', { exact: false }).last(), `${next}-15`);
  await visitor.type(page.getByLabel('Nama'), 'Hari jadi kota');
  await visitor.type(page.getByLabel('Keputusan'), 'SK Wali Kota 12');
  expect(await faultsOf(visitor)).toEqual([]);
  await visitor.press(page.getByRole('button', { name: 'Tambah hari libur' }));
  await page.getByText('Hari jadi kota').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await visitor.press(page.getByRole('button', { name: 'Hapus' }));
  await page.getByText('Hari jadi kota').waitFor({ state: 'detached' });
});

test('on a desktop both are found under "Lainnya"', async () => {
  const visitor = await amanah.at('dinsos.kepala', '/inbox');
  const { page } = visitor;
  await visitor.press(page.getByRole('button', { name: 'Lainnya' }));
  await visitor.press(
    page.getByRole('link', { name: 'Simulasi eskalasi' }).or(page.getByRole('link', { name: 'Eskalasi' })),
  );
  await page.getByRole('heading', { level: 1, name: 'Simulasi eskalasi' }).waitFor();
  expect(visitor.interactions).toBe(2);
});
