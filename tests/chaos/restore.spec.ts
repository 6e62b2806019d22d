import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Actors } from '../../apps/cli/src/demo/actors.js';
import { allocate } from '../../apps/cli/src/demo/allocate.step.js';
import { ApiClient } from '../../apps/cli/src/demo/api-client.js';
import { closePeriod, returnAndReport } from '../../apps/cli/src/demo/close.step.js';
import { followUp, moveCalendar, requestFirst, usageDay } from '../../apps/cli/src/demo/distribute.step.js';
import { withMadeUpRoster } from '../../apps/cli/src/demo/made-up-roster.js';
import { People } from '../../apps/cli/src/demo/people.js';
import { Progress } from '../../apps/cli/src/demo/progress.js';
import { printStatements } from '../../apps/cli/src/demo/statement.js';
import { mendTrouble } from '../../apps/cli/src/demo/trouble.step.js';
import { loadRoster, verify } from '../../apps/cli/src/demo/verify.step.js';
import { DEMO_PASSWORD } from '../../apps/cli/src/sandbox.js';
import { copyTemporalFile } from '../../apps/cli/src/temporal-file.js';
import { type TestSystem, testSystem } from '../support/servers/test-system.js';

const CITY = '32.75';
const FAMILIES = 300;
const BETWEEN_BACKUPS_MS = 200;
const APPROVED = { outcome: 'approved' } as const;

interface Unreleased {
  readonly actors: Actors;
  readonly orderId: string;
}

/** A period whose treasurer has yet to release the city's first order. */
async function periodBeforeRelease(url: string): Promise<Unreleased> {
  const quotas = [{ cityCode: CITY, quotaFamilies: FAMILIES }];
  const [actors] = await allocate(new ApiClient(url, DEMO_PASSWORD), await People.load(url), quotas);
  if (actors === undefined) throw new Error('a city has its actors');
  await withMadeUpRoster({ cityCode: CITY, families: FAMILIES, seed: 3 }, ({ roster, matches }) =>
    loadRoster(actors, roster, matches),
  );
  await verify(actors, new Progress());
  await actors.act('ppk', 'closing.set', APPROVED);
  await actors.act('kpa', 'closing.ratify', APPROVED);
  const orderId = await requestFirst(actors);
  await actors.taskOn('bendahara', 'payment.release', orderId);
  return { actors, orderId };
}

/** From the treasurer's signature to the closed period. */
async function playOn(actors: Actors, orderId: string): Promise<void> {
  await actors.actOn('bendahara', 'payment.release', orderId);
  const stop = new AbortController();
  const mended = mendTrouble(actors, stop.signal);
  await moveCalendar(actors, await usageDay(actors));
  const deadline = await followUp(actors, new Progress());
  if (deadline !== undefined) await moveCalendar(actors, deadline);
  await returnAndReport(actors);
  await closePeriod(actors);
  stop.abort();
  await mended;
}

/** `npx amanah …` of this state, as an operator types it. */
const amanah = (system: TestSystem, ...args: string[]) =>
  promisify(execFile)(process.execPath, [resolve('scripts/amanah.mjs'), ...args], {
    env: { ...process.env, AMANAH_STATE_DIR: system.state },
  });

/** One backup of what Temporal holds after the other, all through the busiest part of a period. */
async function backupsWhile(work: Promise<void>): Promise<number> {
  const isDone = { now: false };
  const done = work.finally(() => (isDone.now = true));
  let backups = 0;
  for (; !isDone.now; backups += 1) {
    const to = join(folder, `temporal-${backups}.db`);
    await copyTemporalFile(join(system.state, 'temporal', 'temporal.db'), to);
    rmSync(to);
    await delay(BETWEEN_BACKUPS_MS);
  }
  await done;
  return backups;
}

const statementOf = async ({ api, periodId }: Actors) => {
  const { statement, parts } = await api.get<{ statement: unknown; parts: unknown }>(
    'program',
    `/periods/${periodId}/conservation?within=ID&level=kelurahan`,
  );
  return { statement, parts };
};

/** What it takes to put the state back: both servers gone, then a restore and a start. */
async function putBack(system: TestSystem, actors: Actors, backup: string): Promise<Actors> {
  await system.restart(async () => {
    for (const lost of ['postgres', 'temporal']) rmSync(join(system.state, lost), { recursive: true });
    await amanah(system, 'restore', backup);
  });
  // It may have come back on other ports, and nobody has a session any more.
  return new Actors(new ApiClient(system.run().url, DEMO_PASSWORD), actors.periodId, CITY, actors.people);
}

/** What the bank knows the payment by. */
async function orderOf(actors: Actors, orderId: string): Promise<{ messageId: string; state: string }> {
  const { messageId, state } = await actors.api.get<{ messageId: string; state: string }>('ppk', `/orders/${orderId}`);
  return { messageId, state };
}

let system: TestSystem;
const folder = mkdtempSync(join(tmpdir(), 'amanah-restore-'));
beforeAll(async () => {
  system = await testSystem();
}, 120_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('a backup that was taken while everything ran is restored into nothing, and the period goes on to its closure, whoever backs it up meanwhile', async () => {
  const { actors, orderId } = await periodBeforeRelease(system.run().url);
  const before = await statementOf(actors);
  const backup = join(folder, 'backup');
  await amanah(system, 'backup', backup);

  const again = await putBack(system, actors, backup);
  expect(await statementOf(again)).toEqual(before);
  expect(await backupsWhile(playOn(again, orderId))).toBeGreaterThan(10);
  expect(await printStatements([again])).toBe(true);
}, 400_000);

test('an order that was paid after the backup is released again, and is not paid twice', async () => {
  const { actors, orderId } = await periodBeforeRelease(system.run().url);
  const backup = join(folder, 'before-payment');
  await amanah(system, 'backup', backup);
  await actors.actOn('bendahara', 'payment.release', orderId);
  await actors.stageReached('distribution');
  const { messageId } = await orderOf(actors, orderId);

  const again = await putBack(system, actors, backup);
  expect(await orderOf(again, orderId)).toEqual({ messageId, state: 'drafted' });
  await playOn(again, orderId);
  expect(await orderOf(again, orderId)).toEqual({ messageId, state: 'settled' });
  expect(await printStatements([again])).toBe(true);
}, 400_000);
