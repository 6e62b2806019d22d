import type { Actors } from '../../../apps/cli/src/demo/actors.js';
import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { periodInVerification } from '../support/a-period.js';
import { PHONE } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

/** One kelurahan for each spec: the order of specs is random. */
type Kelurahan = 'kranji' | 'bintara' | 'jakasampurna';

const amanah = browsing();
let actors: Actors;

beforeAll(async () => {
  actors = await periodInVerification(amanah.url());
});

interface Colleague {
  readonly officerId: string;
  readonly username: string;
}

/** An operator beside the kelurahan's own, who has not been told anything. */
async function colleague(kelurahan: Kelurahan): Promise<Colleague> {
  const { territoryCode } = await actors.task(`operator.${kelurahan}`, 'verification.complete');
  return aColleague(amanah.system().databaseUrl, 'kelurahan_operator', territoryCode);
}

/** The lurah gives the colleague the task of this kelurahan. */
async function nominate(kelurahan: Kelurahan, { officerId }: Colleague): Promise<string> {
  const task = await actors.task(`operator.${kelurahan}`, 'verification.complete');
  await actors.api.post(`lurah.${kelurahan}`, `/tasks/${task.id}/nominate`, { officerId, reason: 'Mohon dikerjakan' });
  return task.id;
}

function aMoment(): { readonly came: Promise<void>; readonly comes: () => void } {
  let comes = (): void => undefined;
  const came = new Promise<void>((resolve) => (comes = resolve));
  return { came, comes };
}

test('the bell changes live when a task comes, its page opens the task, and what was opened is read', async () => {
  const operator = await colleague('kranji');
  const visitor = await amanah.at(operator.username, '/inbox');
  const { page } = visitor;
  const bell = page.getByRole('link', { name: /^Pemberitahuan/ });
  await bell.waitFor();
  expect(await bell.getAttribute('aria-label')).toBe('Pemberitahuan');

  const taskId = await nominate('kranji', operator);
  await page.getByRole('link', { name: 'Pemberitahuan: 1 belum dibaca' }).waitFor({ timeout: 5_000 });
  await page.getByText('1 pemberitahuan belum dibaca').waitFor({ state: 'attached' });

  await visitor.press(bell);
  const row = page.getByRole('row').filter({ hasText: 'Anda ditunjuk untuk tugas ini:' });
  await row.getByText('Baru', { exact: true }).waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await visitor.press(row.getByRole('link'));
  await page.waitForURL(`**/tasks/${taskId}`);
  await page.getByRole('link', { name: 'Pemberitahuan', exact: true }).waitFor();
  await page.goBack();
  await row.getByText('Sudah dibaca').waitFor();
  expect(visitor.interactions).toBe(2);
});

test('what is told while the page opens reaches the bell, though its first answer is older', async () => {
  const operator = await colleague('jakasampurna');
  const visitor = await amanah.stranger();
  const { page } = visitor;
  const [older, notified] = [aMoment(), aMoment()];
  await page.route('**/notifications/count', async (route) => {
    const answer = await route.fetch();
    older.comes();
    await notified.came;
    await route.fulfill({ response: answer });
  });
  const streamed = page.waitForResponse('**/notifications/events');
  await visitor.signIn(operator.username);
  await visitor.open('/inbox');
  await Promise.all([streamed, older.came]);
  await nominate('jakasampurna', operator);
  // Time for the stream to tell of it.
  await page.waitForTimeout(1_000);
  notified.comes();
  await page.getByRole('link', { name: 'Pemberitahuan: 1 belum dibaca' }).waitFor({ timeout: 5_000 });
});

test('on a phone the list is read and marked, and settings say that no mail goes out here', async () => {
  const operator = await colleague('bintara');
  await nominate('bintara', operator);
  const visitor = await amanah.at(operator.username, '/notifications', PHONE);
  const { page } = visitor;
  await visitor.press(page.getByRole('button', { name: 'Tandai semua sudah dibaca' }));
  await page.getByRole('link', { name: 'Pemberitahuan', exact: true }).waitFor();
  await visitor.press(page.getByRole('link', { name: /^Belum dibaca/ }));
  await page.getByText('Semua pemberitahuan sudah dibaca.').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);

  await visitor.press(page.getByRole('link', { name: 'Atur surel' }));
  await page.getByText('Surel belum disiapkan di sini.').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
});
