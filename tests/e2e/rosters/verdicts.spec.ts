import type { Actors } from '../../../apps/cli/src/demo/actors.js';
import { periodInVerification } from '../support/a-period.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();
let actors: Actors;

beforeAll(async () => {
  actors = await periodInVerification(amanah.url());
});

/** In the inbox of this period, which is the person's home. */
const atHome = (username: string) => amanah.at(username, `/inbox?periodId=${actors.periodId}`);

test('a verdict is one key, two with a reason, and one key takes it back', async () => {
  const username = 'operator.bintarajaya';
  const operator = await atHome(username);
  await operator.page.getByRole('link', { name: 'Verifikasi KPM' }).click();
  await operator.page.getByRole('grid').focus();
  const saved = () =>
    operator.page.waitForResponse((answer) => answer.url().endsWith('/verdicts') && answer.status() === 200);

  const first = saved();
  await operator.key('1');
  expect(operator.interactions).toBe(1);
  expect(await (await first).json()).toMatchObject({ eligible: 1, ineligible: 0 });

  const second = saved();
  await operator.key('2');
  await operator.key('1');
  expect(operator.interactions).toBe(3);
  expect(await (await second).json()).toMatchObject({ eligible: 1, ineligible: 1 });

  const third = saved();
  await operator.key('u');
  expect(await (await third).json()).toMatchObject({ eligible: 1, ineligible: 0 });
});

test('verdicts that did not arrive are kept through a reload and sent again', async () => {
  const operator = await atHome('operator.kotabaru');
  await operator.page.getByRole('link', { name: 'Verifikasi KPM' }).click();
  await operator.page.route('**/verdicts', (route) => route.abort());
  await operator.page.getByRole('grid').focus();
  await operator.key('1');
  await operator.page.getByText('1 putusan aman di peramban ini').waitFor();
  await operator.page.unroute('**/verdicts');
  const sent = operator.page.waitForResponse((answer) => answer.url().endsWith('/verdicts'));
  await operator.page.reload();
  expect(await (await sent).json()).toMatchObject({ eligible: 1 });
});

test('who may not decide reads why and who can', async () => {
  const task = await actors.task('operator.kotabaru', 'verification.complete');
  const lurah = await amanah.at('lurah.kotabaru', `/tasks/${task.id}`);
  const choice = lurah.page.getByRole('radio', { name: 'Kirim' });
  expect(await choice.getAttribute('aria-disabled')).toBe('true');
  const why = lurah.page.locator(`#${(await choice.getAttribute('aria-describedby')) ?? 'none'}`);
  expect(await why.textContent()).toContain('Tugas ini diputuskan oleh Operator kelurahan');
});
