import { jest } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../../../apps/cli/src/demo/api-client.js';
import { runDemo } from '../../../apps/cli/src/demo/demo.command.js';
import { faultsOf } from '../support/accessibility.js';
import { periodInVerification } from '../support/a-period.js';
import type { Screen } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

/** Each width, language and scheme once, side by side: axe takes seconds a page. */
const SCREENS: readonly Screen[] = [
  { width: 1280, language: 'id', scheme: 'light' },
  { width: 360, language: 'en', scheme: 'dark' },
];

/** A system of its own, because the demo moves the calendar by months. */
const amanah = browsing({ ownSystem: () => ({}) });
jest.setTimeout(900_000);

let routes: readonly (readonly [username: string, path: string])[];

/** A period that was played to its end, so that every page has its figures, and one that waits for people. */
beforeAll(async () => {
  const out = await mkdtemp(join(tmpdir(), 'amanah-reports-'));
  await runDemo({ kpm: '168', seed: '3', out, url: amanah.url() });
  const actors = await periodInVerification(amanah.url());
  routes = await everyRoute(new ApiClient(amanah.url(), 'amanah-demo'), actors.periodId);
});

async function everyRoute(api: ApiClient, openPeriodId: string): Promise<readonly (readonly [string, string])[]> {
  const periods = await api.get<{ id: string; state: string }[]>('program', '/periods');
  const closed = `/periods/${periods.find(({ state }) => state === 'closed')?.id ?? ''}`;
  const board = await api.get<{ rosterId: string }>('program', `${closed}/cities/32.75/board`);
  const [report] = await api.get<{ id: string; contentHash: string }[]>('program', `${closed}/reports`);
  const { changes } = await api.get<{ changes: { id: string }[] }>('program', `${closed}/quota-changes`);
  const cases = await api.get<{ rows: { familyCode: string }[] }>('dinsos.operator', `${closed}/cases?limit=1`);
  const family = cases.rows[0]?.familyCode;
  const officers = await api.get<{ rows: { id: string }[] }>('program', '/organisation/officers?search=walikota');
  const [officer] = officers.rows;
  const task = async (username: string, query: string): Promise<readonly [string, string]> => {
    const [row] = (await api.get<{ rows: { id: string }[] }>(username, `/tasks?limit=1&${query}`)).rows;
    return [username, `/tasks/${row?.id ?? ''}`];
  };
  const done = (username: string, kind: string) => task(username, `view=done&kind=${kind}`);
  return [
    ['nobody', '/sign-in'],
    ['nobody', '/activate'],
    ['nobody', `/hash/${report?.contentHash ?? ''}`],
    ['nobody', '/hash/none'],
    ['nobody', '/pengaduan'],
    ['nobody', '/pengaduan/status'],
    ['nobody', '/cek'],
    ['dinsos.operator', '/complaints'],
    ['dinsos.operator', '/complaints/new'],
    ['bank', '/cards'],
    ['lurah.kranji', '/cards'],
    ['program', '/inbox'],
    ['program', '/inbox?view=watched'],
    ['program', '/periods'],
    ['program', '/periods/new'],
    ['program', closed],
    ['program', `${closed}/quotas`],
    ['program', `/periods/${openPeriodId}/quotas/new`],
    ['program', `/quota-changes/${changes[0]?.id ?? ''}`],
    ['program', `${closed}/dashboard`],
    ['program', `${closed}/dashboard?territory=32.75`],
    ['program', `${closed}/cities/32.75`],
    ['program', `${closed}/cities/32.75/money`],
    ['program', `${closed}/money`],
    ['program', `${closed}/money?within=32`],
    ['program', `${closed}/entitlements?states=transacted`],
    ['program', `${closed}/breaks`],
    ['program', `${closed}/desks`],
    ['program', '/alerts'],
    ['program', '/webhooks'],
    ['operator', '/webhooks/deliveries'],
    ['program', '/return-calendar'],
    ['dinsos.operator', '/spot-checks'],
    ['program', `${closed}/cases`],
    ['dinsos.operator', '/families'],
    ['dinsos.operator', '/family-changes'],
    ['dinsos.operator', '/outreach'],
    ['dinsos.operator', '/outreach/campaigns'],
    ['dinsos.operator', '/outreach/sessions'],
    ['dinsos.operator', '/outreach/effect'],
    ['dinsos.operator', `/families/${family ?? ''}`],
    ['program', `${closed}/reports`],
    ['program', `/reports/${report?.id ?? ''}`],
    ['program', '/mandates'],
    ['kpa', '/approvals'],
    ['program', '/organisation'],
    ['program', '/organisation/officers'],
    ['program', '/organisation/import'],
    ['program', `/organisation/officers/${officer?.id ?? ''}`],
    ['lurah.kranji', '/delegations'],
    ['lurah.kranji', '/handovers'],
    ['program', '/notifications'],
    ['program', '/settings'],
    ['program', '/account'],
    ['dinsos.kepala', '/escalations'],
    ['dinsos.kepala', '/calendar'],
    ['program', '/nowhere'],
    await done('ppk', 'allocation.verify'),
    await done('kpa', 'quota.approve'),
    await done('kpa', 'closing.ratify'),
    await done('bendahara', 'payment.release'),
    await done('bendahara', 'return.confirm'),
    ['dinsos.operator', `/rosters/${board.rosterId}`],
    await done('dinsos.operator', 'roster.submit'),
    await done('dinsos.kepala', 'mandate.accept'),
    await done('walikota', 'endorsement.mayor'),
    await task('operator.kranji', `view=waiting&periodId=${openPeriodId}`),
    await task('lurah.kranji', `view=watched&periodId=${openPeriodId}`),
    ['operator', '/ops/workflows'],
    ['auditor', '/audit'],
  ];
}

/** What is wrong on each route that has a fault on this screen. */
async function faultsOn(screen: Screen): Promise<Record<string, unknown>> {
  const visitor = await amanah.stranger(screen);
  const faults: Record<string, unknown> = {};
  let signedIn = 'nobody';
  for (const [username, path] of routes) {
    if (username !== signedIn) await visitor.signIn(username);
    signedIn = username;
    await visitor.open(path);
    await visitor.page.waitForLoadState('load');
    await visitor.page.waitForTimeout(400);
    const found = [...(await faultsOf(visitor)), ...visitor.blocked.splice(0)];
    if (found.length > 0) faults[`${path} at ${screen.width}`] = found;
  }
  return faults;
}

test('every route on every screen passes WCAG 2.2 AA and its own content policy', async () => {
  expect(routes.length).toBeGreaterThan(0);
  const faults = await Promise.all(SCREENS.map(faultsOn));
  expect(faults).toEqual(SCREENS.map(() => ({})));
});

test('a dialogue opens under the content policy, and what is no part of the page is blocked', async () => {
  const visitor = await amanah.stranger();
  await visitor.signIn('dinsos.operator');
  await visitor.open(routes.find(([, path]) => path.startsWith('/rosters/'))?.[1] ?? '');
  await visitor.page.getByRole('button', { name: 'Buka data' }).first().click();
  await visitor.page.getByRole('dialog').waitFor();
  expect(visitor.blocked).toEqual([]);
  const isRed = await visitor.page.evaluate(`(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: rgb(255, 0, 0) }' }));
    return getComputedStyle(document.body).color;
  })()`);
  expect(isRed).not.toBe('rgb(255, 0, 0)');
  expect(visitor.blocked).not.toEqual([]);
});

test('a page that must fail does, so the rules run', async () => {
  const visitor = await amanah.stranger();
  await visitor.page.setContent('<img src="x.png"><p style="color:#aaa;background:#fff">pucat</p><input>');
  const found = await faultsOf(visitor);
  for (const rule of ['image-alt', 'color-contrast', 'label', 'html-has-lang']) {
    expect(found.some((fault) => fault.startsWith(rule))).toBe(true);
  }
});
