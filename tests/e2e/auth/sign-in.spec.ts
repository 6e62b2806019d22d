import { PHONE, type Visitor } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();
let visitor: Visitor;
beforeEach(async () => {
  visitor = await amanah.stranger();
});

test('a deep link survives the sign-in', async () => {
  await visitor.page.goto('/periods');
  await visitor.page.getByRole('button', { name: 'Petugas program' }).click();
  await visitor.page.getByRole('heading', { name: 'Periode salur' }).waitFor();
  expect(new URL(visitor.page.url()).pathname).toBe('/periods');
});

test('a wrong password is told in a sentence, and what was typed stays', async () => {
  await visitor.open('/sign-in');
  await visitor.page.getByLabel('Nama pengguna').fill('ppk');
  await visitor.page.getByRole('textbox', { name: 'Sandi' }).fill('bukan ini');
  await visitor.page.getByRole('button', { name: 'Masuk', exact: true }).click();
  expect(await visitor.page.getByRole('alert').textContent()).toContain('Nama pengguna atau sandi salah.');
  expect(await visitor.page.getByLabel('Nama pengguna').inputValue()).toBe('ppk');
});

test('when a session ends the same page opens after signing in again', async () => {
  await visitor.signIn('auditor');
  await visitor.open('/audit');
  // What the page still fetches would notice the end before the click does.
  await visitor.page.waitForLoadState('networkidle');
  await visitor.endSession();
  await visitor.page.getByRole('link', { name: 'Mandat', exact: true }).click();
  await visitor.page.waitForURL('**/sign-in**');
  await visitor.page.getByText('Sesi Anda berakhir').waitFor();
  await visitor.page.getByRole('button', { name: 'Auditor' }).click();
  await visitor.page.getByRole('heading', { level: 1, name: 'Mandat' }).waitFor();
  expect(new URL(visitor.page.url()).pathname).toBe('/mandates');
});

test('each role starts with what waits for it', async () => {
  for (const [username, home] of [
    ['ppk', '/inbox'],
    ['operator', '/ops/workflows'],
    ['auditor', '/audit'],
  ] as const) {
    await visitor.signIn(username);
    await visitor.open('/');
    expect(new URL(visitor.page.url()).pathname).toBe(home);
  }
});

test('one of many district accounts is found by searching on a phone', async () => {
  const onPhone = await amanah.stranger(PHONE);
  await onPhone.open('/sign-in');
  await onPhone.page.getByRole('combobox', { name: 'Cari camat, lurah, operator, TKSK' }).fill('Lurah Kranji');
  await onPhone.page.getByRole('option', { name: 'Lurah Kranji' }).click();
  await onPhone.page.waitForURL('**/inbox');
});

test('the language switch keeps the page and tells the browser', async () => {
  await visitor.signIn('ppk');
  await visitor.open('/inbox');
  await visitor.page.getByRole('button', { name: 'English' }).click();
  await visitor.page.getByRole('heading', { name: 'Inbox' }).waitFor();
  expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
  expect(new URL(visitor.page.url()).pathname).toBe('/inbox');
});
