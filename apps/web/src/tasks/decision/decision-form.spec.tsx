import { act, screen } from '@testing-library/react';
import type { OfferedOutcome, Outcome } from '../../api/schemas';
import { anApi, good, refusal } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { openPage } from '../../shared/testing/open-page';
import { DecisionForm } from './decision-form';

const offer = (outcome: Outcome, more: Partial<OfferedOutcome> = {}): OfferedOutcome => ({
  ...{ outcome, allowed: true, refusals: [], returnTo: outcome === 'returned' ? ['verification'] : [] },
  ...more,
});
const OFFERS = [offer('approved'), offer('returned')];
const DECIDED = { outcome: 'approved', decidedAt: '2023-04-03T04:00:00Z', stillNeeded: 0 };

const form = (offers: readonly OfferedOutcome[] = OFFERS) => (
  <DecisionForm detail={{ task: aTask(), actions: { decide: offers } }} seenHash="seen" />
);
/** A server that decides, and after which nothing else waits. */
const decidingServer = () => anApi(({ method }) => good(method === 'POST' ? DECIDED : { rows: [], next: null }));
/** What the browser keeps through a reload. */
const kept = (): (string | null)[] => Object.keys(localStorage).map((key) => localStorage.getItem(key));
const button = (name: string) => screen.getByRole('button', { name });
const radio = (name: string) => screen.findByRole('radio', { name });

test('a decision is sent with the hash that was seen, and the inbox opens after the last task', async () => {
  const { sent } = decidingServer();
  const user = await openPage(form());
  await user.click(await radio('Sahkan'));
  await user.click(button('Sahkan'));
  await screen.findByText('/inbox');
  expect(sent('/decide').map(({ body }) => body)).toEqual([{ outcome: 'approved', artefactHash: 'seen', details: {} }]);
});

test('two presses at once, and Ctrl+Enter besides, send one decision', async () => {
  let arrive = (): void => undefined;
  const onItsWay = new Promise<void>((resolve) => (arrive = resolve));
  const { sent } = anApi(async ({ method }) => {
    await onItsWay;
    return good(method === 'POST' ? DECIDED : { rows: [], next: null });
  });
  const user = await openPage(form());
  await user.click(await radio('Sahkan'));
  act(() => {
    button('Sahkan').click();
    button('Sahkan').click();
  });
  await user.dblClick(button('Sahkan'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  arrive();
  await screen.findByText('/inbox');
  expect(sent('/decide')).toHaveLength(1);
});

test('a refusal keeps what was typed, says why, and the next try is a new command', async () => {
  const { sent } = anApi(() => refusal(409, 'ARTEFACT_CHANGED', 'Daftarnya berubah.'));
  const user = await openPage(form());
  await user.click(await radio('Kembalikan untuk diperbaiki'));
  await user.type(screen.getByLabelText(/Alasan/), 'Cek RW 04');
  await user.click(button('Kembalikan untuk diperbaiki'));
  await screen.findByText(/Daftarnya berubah/);
  expect(screen.getByLabelText(/Alasan/)).toHaveProperty('value', 'Cek RW 04');
  await user.type(screen.getByLabelText(/Alasan/), ' dan RW 05');
  await user.click(button('Kembalikan untuk diperbaiki'));
  const tries = sent('/decide');
  expect(tries.map(({ body }) => (body as { reason: string }).reason)).toEqual(['Cek RW 04', 'Cek RW 04 dan RW 05']);
  expect(tries[0]?.key).not.toBe(tries[1]?.key);
});

test('a try that did not arrive goes again under the same key', async () => {
  let isAway = true;
  const { sent } = anApi(({ method }) => {
    if (isAway) throw new TypeError('no signal');
    return good(method === 'POST' ? DECIDED : { rows: [], next: null });
  });
  const user = await openPage(form());
  await user.click(await radio('Sahkan'));
  await user.click(button('Sahkan'));
  await screen.findByRole('alert');
  isAway = false;
  await user.click(button('Sahkan'));
  await screen.findByText('/inbox');
  const [first, second] = sent('/decide');
  expect(second?.key).toBe(first?.key);
});

test('without an outcome, or a return without a reason, nothing is sent and the form says what is missing', async () => {
  const { sent } = decidingServer();
  const user = await openPage(form());
  await radio('Sahkan');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(await radio('Kembalikan untuk diperbaiki'));
  await user.click(button('Kembalikan untuk diperbaiki'));
  expect((await screen.findAllByText(/Tuliskan alasan/)).length).toBeGreaterThan(0);
  expect(sent('/decide')).toEqual([]);
});

test('a reason survives the page, and is forgotten when it was sent', async () => {
  decidingServer();
  const user = await openPage(form());
  await user.click(await radio('Kembalikan untuk diperbaiki'));
  await user.type(screen.getByLabelText(/Alasan/), 'Cek RW 04');
  expect(kept()).toContain('Cek RW 04');
  await user.click(button('Kembalikan untuk diperbaiki'));
  await screen.findByText('/inbox');
  expect(kept()).not.toContain('Cek RW 04');
});

test('who may not decide reads why, and a press sends nothing', async () => {
  const { sent } = decidingServer();
  const refused = [{ code: 'WRONG_ROLE', message: 'Tugas ini diputuskan oleh lurah.' }];
  const user = await openPage(form(OFFERS.map((one) => ({ ...one, allowed: false, refusals: refused }))));
  await screen.findByText(/Tugas ini diputuskan oleh lurah/);
  await user.click(await radio('Sahkan'));
  await user.click(button('Pilih keputusan'));
  expect(sent('/decide')).toEqual([]);
});
