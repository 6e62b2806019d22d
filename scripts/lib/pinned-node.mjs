import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { watchParent } from './parent.mjs';
import { inProject } from './project.mjs';

/**
 * Goes on under the Node that package.json pins, so that everybody runs what the tests ran. Returns at once when this
 * process already is that Node; otherwise it lives on only to pass signals down and the exit code up.
 */
export async function ensurePinnedNode() {
  const pinned = pinnedNode();
  if (pinned === undefined || process.versions.node === pinned.version) return;
  const child = spawn(pinned.file, process.argv.slice(1), { stdio: 'inherit', env: childEnvironment(pinned) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(signal ? 1 : status)));
  process.exit(code);
}

function pinnedNode() {
  const file = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(file)) return withoutPinned();
  return { file, version: JSON.parse(readFileSync(inProject('node_modules', 'node', 'package.json'), 'utf8')).version };
}

/** There is no such package for some systems (musl), and npm may have been told to skip install scripts. */
function withoutPinned() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return undefined;
  throw new Error(
    `Node 24 is not in node_modules/node (are npm's install scripts switched off?) and this is ${process.version}`,
  );
}

/** AMANAH_PARENT tells the child that its parent is one of ours: when that parent is killed, the child stops. */
function childEnvironment({ file }) {
  const bin = inProject('node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    PATH: `${bin}${separator}${process.env.PATH}`,
    NODE: file,
    AMANAH_PARENT: String(process.pid),
  };
}
