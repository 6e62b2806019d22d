import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { browsing } from '../support/browsing.js';

const PASSWORD = 'amanah-demo';
const amanah = browsing();

/** Passkeys belong to a name: the sandbox has them as `localhost`. */
const named = (path: string): string => `${amanah.url().replace('127.0.0.1', 'localhost')}${path}`;

test('an officer sets up a passkey and gets in by it, and not by the password alone', async () => {
  const { username } = await aColleague(amanah.system().databaseUrl, 'treasurer', 'ID');
  const visitor = await amanah.stranger();
  const { page } = visitor;
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const signIn = async (): Promise<void> => {
    await page.goto(named('/sign-in'));
    await page.getByRole('textbox', { name: 'Nama pengguna' }).fill(username);
    await page.getByRole('textbox', { name: 'Sandi' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  };
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'Kotak tugas' }).waitFor();
  await page.goto(named('/account'));
  const panel = page.getByRole('region', { name: 'Kunci sandi (passkey)' });
  await panel.getByRole('textbox', { name: 'Nama perangkat' }).fill('HP kantor');
  await panel.getByRole('textbox', { name: 'Sandi Anda' }).fill(PASSWORD);
  await panel.getByRole('button', { name: 'Pasang kunci sandi' }).click();
  await panel.getByRole('rowheader', { name: 'HP kantor' }).waitFor();
  expect(await faultsOf(visitor)).toEqual([]);

  await panel.getByRole('button', { name: 'Cabut HP kantor' }).click();
  await panel.getByRole('textbox', { name: 'Sandi Anda' }).first().fill(PASSWORD);
  await panel.getByRole('button', { name: 'Cabut kunci sandi' }).click();
  await panel.getByText('tetap punya faktor kedua').first().waitFor();

  await page.context().clearCookies();
  await signIn();
  await page.getByText('memakai kunci sandi').first().waitFor();
  expect(await page.getByRole('textbox', { name: /^Kode/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Passkey' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kotak tugas' }).waitFor();
});
