import { PostOffice, type ReceivedMail } from '../../support/servers/post-office.js';
import { faultsOf } from '../support/accessibility.js';
import { periodInVerification } from '../support/a-period.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const EMAIL = 'operator.kranji@example.go.id';
const office = new PostOffice();

beforeAll(() => office.open());
/** A system of its own, because this one has a mail server. */
const amanah = browsing({
  ownSystem: () => ({
    AMANAH_SMTP_URL: office.url,
    AMANAH_MAIL_FROM: 'Amanah <no-reply@example.go.id>',
    AMANAH_PUBLIC_URL: 'https://amanah.example.go.id',
  }),
});
afterAll(() => office.close());

async function mail(number: number): Promise<ReceivedMail> {
  for (let tries = 0; tries < 150; tries += 1) {
    const received = office.received[number];
    if (received !== undefined) return received;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the mail did not come');
}

test('somebody gives an address, types the code that was sent there, and then is mailed when a task comes', async () => {
  const visitor = await amanah.at('operator.kranji', '/settings', PHONE);
  const { page } = visitor;
  await page.getByLabel('Segera').check();
  await visitor.type(page.getByLabel('Alamat surel'), 'operator.kranji@kantor');
  await visitor.press(page.getByRole('button', { name: 'Simpan' }));
  await page.getByText('nama@kantor.go.id').waitFor();
  await visitor.type(page.getByLabel('Alamat surel'), EMAIL);
  await visitor.press(page.getByRole('button', { name: 'Simpan' }));
  await page.getByText('Alamat ini belum dipastikan').waitFor();
  // Where the page begins: whatever is scrolled half under the bar at the bottom has no whole target.
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  expect(await faultsOf(visitor)).toEqual([]);

  const code = /Kode Anda: (\d{6})/.exec((await mail(0)).text)?.[1] ?? '';
  await visitor.type(page.getByLabel('Kode enam angka dari surel'), code);
  await visitor.press(page.getByRole('button', { name: 'Pastikan alamat' }));
  await page.getByText('Alamat ini sudah dipastikan').waitFor();

  const actors = await periodInVerification(amanah.url());
  const task = await actors.task('operator.kranji', 'verification.complete');
  const { officerId } = await actors.api.get<{ officerId: string }>('operator.kranji', '/auth/me');
  await actors.api.post('lurah.kranji', `/tasks/${task.id}/nominate`, { officerId, reason: 'Mohon dikerjakan' });
  const notified = await mail(1);
  expect(notified.to).toEqual([EMAIL]);
  expect(notified.text).toContain('Anda ditunjuk untuk tugas ini:');
  expect(notified.text).toContain(`https://amanah.example.go.id/tasks/${task.id}`);
  expect(notified.text).not.toContain('Mohon dikerjakan');
});
