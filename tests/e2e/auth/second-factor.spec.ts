import { Secret, TOTP } from 'otpauth';
import { aColleague } from '../support/a-colleague.js';
import { browsing } from '../support/browsing.js';

const PASSWORD = 'amanah-demo';
const STEP_MS = 30_000;
const amanah = browsing();

/** What the app shows, some steps from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP_MS });

test('an officer sets up an authenticator, keeps the recovery codes, and gets in with a code and not without', async () => {
  const { username } = await aColleague(amanah.system().databaseUrl, 'treasurer', 'ID');
  const { page } = await amanah.at(username, '/account');
  const panel = page.getByRole('region', { name: 'Kode autentikator' });
  await panel.getByRole('textbox', { name: 'Sandi Anda' }).fill(PASSWORD);
  await panel.getByRole('button', { name: 'Pasang' }).click();
  await panel.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).waitFor();
  const secret = (await panel.locator('code').innerText()).replaceAll(' ', '');
  await panel.getByRole('textbox', { name: 'Kode 6 angka dari aplikasi' }).fill(codeOf(secret, -1));
  await panel.getByRole('button', { name: 'Aktifkan' }).click();
  await panel.getByRole('button', { name: 'Sudah saya simpan' }).waitFor();
  expect(await panel.getByRole('listitem').count()).toBe(10);
  await panel.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await panel.getByText('Sisa 10 kode pemulihan').waitFor();

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Nama pengguna' }).fill(username);
  await page.getByRole('textbox', { name: 'Sandi' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  const code = page.getByRole('textbox', { name: /Kode dari aplikasi/ });
  await code.fill('000000');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('Kode salah atau sudah dipakai').first().waitFor();
  await code.fill(codeOf(secret));
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Kotak tugas' }).waitFor();
});
