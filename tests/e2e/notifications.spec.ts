import { jest } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { Actors } from '../../apps/cli/src/demo/actors.js';
import { periodInVerification } from './support/a-period.js';
import { type ASystem, aSystem } from './support/a-system.js';
import { DESK, launch, PHONE, Visitor } from './support/browser.js';

jest.setTimeout(300_000);

/** One kelurahan for each spec: the order of specs is random. */
type Kelurahan = 'kranji' | 'bintara';

let system: ASystem;
let browser: Browser;
let actors: Actors;

beforeAll(async () => {
  system = await aSystem();
  browser = await launch();
  actors = await periodInVerification(system.url);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** The lurah gives the operator the task of this kelurahan. */
async function nominate(kelurahan: Kelurahan): Promise<string> {
  const operator = `operator.${kelurahan}`;
  const task = await actors.task(operator, 'verification.complete');
  const me = await actors.api.get<{ officerId: string }>(operator, '/auth/me');
  await actors.api.post(`lurah.${kelurahan}`, `/tasks/${task.id}/nominate`, {
    officerId: me.officerId,
    reason: 'Mohon dikerjakan',
  });
  return task.id;
}

async function faultsOf(visitor: Visitor): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: visitor.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('the bell changes live when a task comes, its page opens the task, and what was opened is read', async () => {
  const visitor = await Visitor.at(browser, system.url, DESK);
  await visitor.signIn('operator.kranji');
  await visitor.open('/inbox');
  const { page } = visitor;
  const bell = page.getByRole('link', { name: /^Pemberitahuan/ });
  await bell.waitFor();
  expect(await bell.getAttribute('aria-label')).toBe('Pemberitahuan');

  const taskId = await nominate('kranji');
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
  await visitor.leave();
});

test('on a phone the list is read and marked, and settings say that no mail goes out here', async () => {
  const visitor = await Visitor.at(browser, system.url, PHONE);
  const { page } = visitor;
  await visitor.signIn('operator.bintara');
  await nominate('bintara');
  await visitor.open('/notifications');
  await visitor.press(page.getByRole('button', { name: 'Tandai semua sudah dibaca' }));
  await page.getByRole('link', { name: 'Pemberitahuan', exact: true }).waitFor();
  await visitor.press(page.getByRole('link', { name: /^Belum dibaca/ }));
  await page.getByText('Semua pemberitahuan sudah dibaca.').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);

  await visitor.press(page.getByRole('link', { name: 'Atur surel' }));
  await page.getByText('Surel belum disiapkan di sini.').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  const beyond = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect(Number(beyond)).toBeLessThanOrEqual(0);
  await visitor.leave();
});
