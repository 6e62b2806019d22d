import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jestConfig from '../../jest.config.mjs';
import { Servers } from '../../tests/support/servers/servers.mjs';
import { suites } from '../../tests/support/servers/suites.mjs';
import { duration, inProject, root } from './project.mjs';
import { run } from './run.mjs';

/** Runs the suites named at the front of the arguments, or all; resolves with the exit code. What ran nothing has failed. */
export async function runSuites(given) {
  const { names, jestArgs } = chosen(given);
  const servers = new Servers();
  const stop = () => void servers.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  const total = { passed: 0, failed: 0 };
  for (const name of names.filter(hasSpecs)) {
    const { passed, failed } = await runSuite(name, jestArgs, servers);
    total.passed += passed;
    total.failed += failed;
  }
  await servers.stop();
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (total.passed + total.failed === 0) console.error('Nothing ran: name a spec by its path, tests/<suite>/…');
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/**
 * Names come first; whatever follows the first argument that is no suite belongs to jest. Without a name, spec files say by
 * their place which suite they belong to, so that one spec starts only the servers it needs.
 */
export function chosen(given) {
  const firstOther = given.findIndex((argument) => !(argument in suites));
  const named = firstOther === -1 ? given : given.slice(0, firstOther);
  const wanted = named.length > 0 ? named : given.filter((path) => /\.spec\.(ts|mjs)$/.test(path)).map(suiteOf);
  const names = Object.keys(suites).filter((name) => wanted.length === 0 || wanted.includes(name));
  return { names, jestArgs: given.slice(named.length) };
}

function suiteOf(path) {
  const [, name] = /(?:^|[\\/])tests[\\/]([^\\/]+)[\\/]/.exec(path) ?? [];
  return name in suites ? name : 'unit';
}

async function runSuite(name, jestArgs, servers) {
  const started = Date.now();
  try {
    await servers.ensure(suites[name]);
  } catch (error) {
    console.error(`${name}: its servers did not start: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  const counted = await jest(name, jestArgs);
  console.log(`${name}: ${counted.passed} passed, ${counted.failed} failed (${duration(Date.now() - started)})\n`);
  return counted;
}

async function jest(name, jestArgs) {
  const directory = mkdtempSync(join(tmpdir(), 'amanah-jest-'));
  const outputFile = join(directory, 'result.json');
  const own = ['--selectProjects', name, '--passWithNoTests', '--json', `--outputFile=${outputFile}`];
  // Specs that share one system, or kill servers, come one after another: what one of them does must not meet another. All others
  // have databases of their own and take every core; by itself jest would leave one of two to its own idle process.
  const isAlone = suites[name].some((server) => server === 'system' || server === 'built');
  own.push(isAlone ? '--runInBand' : '--maxWorkers=100%');
  const code = await run(process.execPath, [inProject('node_modules', 'jest', 'bin', 'jest.js'), ...own, ...jestArgs], {
    env: { ...process.env, NODE_OPTIONS: nodeOptions() },
  });
  const counted = count(outputFile, code);
  rmSync(directory, { recursive: true, force: true });
  return counted;
}

/** A spec file that cannot be loaded, a crash, a teardown that throws: each is a failure though no test failed. */
function count(outputFile, code) {
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const nodeOptions = () =>
  [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--no-warnings'].filter(Boolean).join(' ');

function hasSpecs(name) {
  const { testMatch } = jestConfig.projects.find((project) => project.displayName === name);
  const patterns = testMatch.map((pattern) => pattern.replace('<rootDir>/', ''));
  return globSync(patterns, { cwd: root, exclude: (path) => path === 'node_modules' }).length > 0;
}
