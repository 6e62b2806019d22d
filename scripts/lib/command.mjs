import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrap } from './bootstrap.mjs';
import { inProject } from './project.mjs';
import { run } from './run.mjs';

/** These talk to a running system; when there is none, one is started for them and stopped afterwards. */
const NEED_A_SYSTEM = new Set(['demo']);

/**
 * Runs the CLI with the addresses and keys of the running system, if there is one. What this prints goes to standard
 * error: standard output belongs to the command, which may be asked for JSON.
 */
export async function runCommand(args) {
  await bootstrap();
  const embedded = await import('../../dist/libs/embedded/src/index.js');
  const places = new embedded.Places();
  const found = await whenReady(() => embedded.runningSystem(places));
  const cities = citiesOf(args);
  if (cities !== undefined) process.env.AMANAH_SANDBOX_CITIES = cities;
  if (found !== undefined && cities !== undefined) await runCli(['prepare', '--cities', cities], environmentOf(found));
  const started = await startedFor(args, embedded, found);
  const ofOwner = found !== undefined && args[0] === 'backup' ? embedded.backupEnvironment(places, found) : {};
  process.exitCode = await runCli(args, { ...environmentOf(found), ...ofOwner, ...started?.environment });
  await started?.system.stop();
}

function runCli(args, environment) {
  const main = inProject('dist', 'apps', 'cli', 'src', 'main.js');
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return run(process.execPath, ['--enable-source-maps', main, ...args], { cwd, env: environment });
}

const environmentOf = (found) => ({
  ...(found === undefined ? {} : { AMANAH_URL: found.url }),
  ...process.env,
  ...found?.environment,
});

/** A system for a command that needs one and finds none, or its database alone for one that needs nothing else to run. */
async function startedFor([name, ...args], { AmanahSystem }, found) {
  const isForOwn = name === 'restore' && !process.env.DATABASE_OWNER_URL;
  if (isForOwn && found !== undefined)
    throw new Error('Amanah is running here. Stop it: a backup is restored while nothing runs.');
  const isNeeded = found === undefined && NEED_A_SYSTEM.has(name) && playsScenario(args);
  if (!isForOwn && !isNeeded) return undefined;
  const system = new AmanahSystem(console.error);
  stopOnSignals(system);
  try {
    if (isForOwn) return { system, environment: await system.startDatabase() };
    return { system, environment: environmentOf(await system.start()) };
  } catch (error) {
    await system.stop();
    throw error;
  }
}

/** `--scenario NAME` gives the bank that is started here its faults. Nothing is started for a name that the command refuses. */
function playsScenario(args) {
  if (!args.includes('--scenario')) return true;
  const name = args[args.indexOf('--scenario') + 1] ?? '';
  const file = inProject('apps', 'bank', 'scenarios', `${name}.json`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) return false;
  process.env.BANK_SCENARIO_FILE = file;
  return true;
}

/** `demo --cities CODES`: the sandbox gets those cities first, one that starts as well as one that runs. */
function citiesOf(args) {
  if (args[0] !== 'demo' || !args.includes('--cities')) return undefined;
  const cities = args[args.indexOf('--cities') + 1] ?? '';
  return /^\d{2}\.\d{2}(,\d{2}\.\d{2})*$/.test(cities) ? cities : undefined;
}

async function whenReady(find) {
  const deadline = Date.now() + 60_000;
  let found = find();
  while (found !== undefined && !found.ready && Date.now() < deadline) {
    await sleep(250);
    found = find();
  }
  return found;
}

function stopOnSignals(system) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void system.stop().then(() => process.exit(130)));
  }
}
