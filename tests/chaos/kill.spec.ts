import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { tail } from '../../libs/embedded/src/system/tail.js';
import { type TestSystem, testSystem } from '../support/servers/test-system.js';

const CLI = resolve('dist/apps/cli/src/main.js');
const FAMILIES = '300';
const VICTIMS = ['worker', 'api', 'temporal', 'postgres', 'bank'] as const;
const KILLS_EACH = 4;
/** The last act is told to Temporal after it is done: so long at most, and a message that nobody ever delivers is found. */
const DELIVERED_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 500;
/** What is printed of a run with a fault. */
const LOGS = ['worker', 'temporal'];
/** Printed with a failure, so that the same moments can be tried again: `CHAOS_SEED=… npm test -- chaos`. */
const SEED = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);

interface Played {
  readonly code: number | null;
  readonly said: string;
}

/** Plays the demo against a running system. */
function play(system: TestSystem): { readonly done: Promise<Played>; readonly isOver: () => boolean } {
  const { url, environment } = system.run();
  const out = mkdtempSync(join(tmpdir(), 'amanah-chaos-'));
  const child = spawn(process.execPath, [CLI, 'demo', '--kpm', FAMILIES, '--seed', '7', '--url', url, '--out', out], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const state = { isOver: false };
  const done = new Promise<Played>((resolved) =>
    child.once('exit', (code) => {
      state.isOver = true;
      resolved({ code, said });
    }),
  );
  return { done, isOver: () => state.isOver };
}

/** The lines of the statement that name money; bank outcomes depend on nothing but the families. */
const statementOf = (said: string): string[] =>
  said.split('\n').filter((line) => /allocated|credited|add up|agree/.test(line));

/** A small generator, so that a run can be repeated by its seed. */
function* random(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

async function killAtRandom(system: TestSystem, isOver: () => boolean): Promise<number> {
  const numbers = random(SEED);
  const next = (): number => {
    const drawn = numbers.next();
    return drawn.done === true ? 0 : drawn.value;
  };
  const victims = VICTIMS.flatMap((victim) => Array.from({ length: KILLS_EACH }, () => victim)).sort(
    () => next() - 0.5,
  );
  let kills = 0;
  for (const victim of victims) {
    await delay(500 + next() * 1_500);
    if (isOver()) return kills;
    const pid = system.run().pids[victim] ?? 0;
    system.kill(victim);
    kills += 1;
    await system.backAfter(victim, pid);
  }
  return kills;
}

/** What must never be there twice, and what nobody was told of, whatever was killed. */
async function faults(system: TestSystem): Promise<string[]> {
  const client = new pg.Client({ connectionString: system.run().databaseUrl });
  await client.connect();
  try {
    await allDelivered(client);
    const { rows } = await client.query<{ what: string }>(`
      select 'payment of ' || kpm_code as what from entitlement where live group by period_id, kpm_code having count(*) > 1
      union all select 'decision of ' || task_id from task_decision group by task_id having count(*) > 1
      union all select 'unbalanced ' || transaction_id from posting group by transaction_id having sum(amount_rupiah) <> 0
      union all select concat_ws(' ', 'untold', id, kind, workflow_id, 'of', created_at, 'at', now()) from outbox where delivered_at is null`);
    const found = rows.map(({ what }) => what);
    return found.length === 0
      ? []
      : [...found, ...LOGS.map((name) => tail(join(system.state, 'logs', `${name}.log`), 25))];
  } finally {
    await client.end();
  }
}

async function allDelivered(client: pg.Client): Promise<void> {
  const end = Date.now() + DELIVERED_WITHIN_MS;
  while (Date.now() < end) {
    const { rowCount } = await client.query('select from outbox where delivered_at is null');
    if (rowCount === 0) return;
    await delay(LOOK_AGAIN_MS);
  }
}

let quiet: TestSystem | undefined;
let shaken: TestSystem | undefined;

afterAll(async () => {
  await quiet?.stop();
  await shaken?.stop();
}, 60_000);

test('killed twenty times at random, a period ends with the statement of one left in peace', async () => {
  quiet = await testSystem();
  const undisturbed = await play(quiet).done;
  await quiet.stop();
  expect([undisturbed.code, statementOf(undisturbed.said).length]).toEqual([0, 27]);

  shaken = await testSystem();
  const demo = play(shaken);
  const kills = await killAtRandom(shaken, demo.isOver);
  const disturbed = await demo.done;
  const notified = `seed ${SEED}, ${kills} kills\n${disturbed.said}`;
  expect([disturbed.code, notified]).toEqual([0, notified]);
  expect([notified, statementOf(disturbed.said)]).toEqual([notified, statementOf(undisturbed.said)]);
  expect(await faults(shaken)).toEqual([]);
}, 480_000);
