import type { Visitor } from '../support/browser.js';
import { aColleague } from '../support/a-colleague.js';
import { browsing } from '../support/browsing.js';

const OLD = 'amanah-demo';
const NEW = 'beras merah di lumbung tua';

const amanah = browsing();
let username: string;
beforeEach(async () => {
  ({ username } = await aColleague(amanah.system().databaseUrl, 'ppk', 'ID'));
});

/** Signed out is whoever is asked to sign in again. */
async function isOut(visitor: Visitor): Promise<boolean> {
  await visitor.page.goto('/account');
  await visitor.page.locator('h1').waitFor();
  return new URL(visitor.page.url()).pathname === '/sign-in';
}

test('an officer ends the session they left open elsewhere', async () => {
  const elsewhere = await amanah.at(username, '/inbox');
  const desk = await amanah.at(username, '/account');
  await desk.page.getByText('sesi ini').waitFor();
  await desk.page.getByRole('button', { name: /^Akhiri sesi / }).click();
  await desk.page.getByRole('button', { name: /^Akhiri sesi / }).waitFor({ state: 'detached' });
  expect(await isOut(elsewhere)).toBe(true);
  expect(await isOut(desk)).toBe(false);
});

test('a new password is refused while it is weak, then taken, and the old one is none', async () => {
  const desk = await amanah.at(username, '/account');
  const change = async (password: string): Promise<void> => {
    await desk.page.getByRole('textbox', { name: 'Sandi lama' }).fill(OLD);
    await desk.page.getByRole('textbox', { name: 'Sandi baru' }).fill(password);
    await desk.page.getByRole('button', { name: 'Ganti sandi' }).click();
  };
  await change('password1234');
  await desk.page.getByText('termasuk yang paling dulu ditebak').first().waitFor();
  await change(NEW);
  await desk.page.getByText('Sandi sudah diganti').waitFor();
  const answer = await desk.page.request.post('/api/v1/auth/sign-in', { data: { username, password: OLD } });
  expect(answer.status()).toBe(401);
});
