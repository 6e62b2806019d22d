import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { duration, inProject } from './project.mjs';
import { capture } from './run.mjs';

const marker = inProject('node_modules', '.amanah-installed');

/**
 * Installs exactly what the lock file names, and only when something else is installed. The marker makes the usual
 * check one hash; without it the installed tree is compared, so that a developer's own `npm install` is not undone.
 */
export async function ensureDependencies() {
  const lockText = readFileSync(inProject('package-lock.json'));
  const wanted = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  if (!isInstalled(JSON.parse(lockText), installedTree())) await install();
  writeFileSync(marker, wanted);
}

/** Whether every package of the lock file is there in its version. Packages for other platforms may be missing. */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .every(([path, wanted]) => (installed[path] ? installed[path].version === wanted.version : mayBeMissing(wanted)));
}

const mayBeMissing = (entry) => Boolean(entry.optional ?? entry.devOptional ?? entry.peer);

function installedTree() {
  try {
    return JSON.parse(readFileSync(inProject('node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return {};
  }
}

async function install() {
  const started = Date.now();
  console.error('Dependencies: installing by package-lock.json (about a minute)');
  let { code, output } = await npm('ci');
  if (code !== 0 && output.includes('EUSAGE')) ({ code, output } = await withoutOtherPlatforms());
  if (code !== 0) throw new Error(`npm could not install the dependencies:\n${complaints(output)}`);
  console.error(`Dependencies: installed in ${duration(Date.now() - started)}`);
}

/**
 * A lock file written behind a registry that lacks other platforms' packages lacks them, too, and `npm ci` refuses it.
 * `npm install` takes every version from the lock file all the same; the file itself stays as it is.
 */
function withoutOtherPlatforms() {
  console.error('Dependencies: npm ci refuses the lock file, taking the same versions with npm install');
  return npm('install', '--no-save');
}

/** Development packages are needed to build, also where NODE_ENV says production. */
function npm(...command) {
  const args = [...command, '--include=dev', '--include=optional'];
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return capture(process.execPath, [own, ...args]);
  return capture('npm', args, { shell: process.platform === 'win32' });
}

const complaints = (output) =>
  output
    .split('\n')
    .filter((line) => !line.startsWith('npm warn'))
    .slice(0, 30)
    .join('\n');
