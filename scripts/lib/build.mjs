import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { extname, relative } from 'node:path';
import { duration, inProject } from './project.mjs';
import { capture } from './run.mjs';
import { filesBelow, fingerprint, isStamped, setStamp } from './sources.mjs';

const CODE = [
  'apps',
  'libs',
  'workflows',
  'activities',
  'bench',
  'package.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
];
const WEB = ['apps/web', 'libs/domain/src', 'libs/messages', 'package.json'];
const isCode = (file) =>
  ['.ts', '.json'].includes(extname(file)) && !file.endsWith('.spec.ts') && !file.includes('/apps/web/');

const parts = [
  {
    name: 'Server code',
    stamp: inProject('dist', '.code-stamp'),
    exists: () => true,
    sources: () => filesBelow(CODE, isCode),
    make: makeCode,
  },
  {
    name: 'Web',
    stamp: inProject('dist', '.web-stamp'),
    exists: () => existsSync(inProject('apps', 'web', 'vite.config.ts')),
    sources: () => filesBelow(WEB),
    make: makeWeb,
  },
];

/** Builds what changed since the last build. Throws with the compiler's words when it does not build. */
export async function build({ web = true } = {}) {
  mkdirSync(inProject('dist'), { recursive: true });
  const wanted = parts.filter((part) => part.exists() && (web || part.name !== 'Web'));
  const results = await Promise.allSettled(wanted.map((part) => buildPart(part)));
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) throw new Error(failed.map((result) => result.reason.message).join('\n'));
}

async function buildPart({ name, stamp, sources, make }) {
  const print = fingerprint(sources());
  if (isStamped(stamp, print)) return;
  const started = Date.now();
  const { code, output } = await make();
  if (code !== 0) throw new Error(`${name}: does not build\n${output}`);
  setStamp(stamp, print);
  console.error(`${name}: built in ${duration(Date.now() - started)}`);
}

/**
 * Nest's own CLI compiles all processes at once, by nest-cli.json. It checks no types: `npm run check` does. A module that
 * was renamed must not live on in dist, where migrations and entities are found by folder.
 */
async function makeCode() {
  const compiled = await node('node_modules/@nestjs/cli/bin/nest.js', 'build');
  for (const file of filesBelow(['dist']).filter((path) => /\.js(\.map)?$/.test(path))) {
    if (isOrphan(file)) rmSync(file);
  }
  return compiled.code === 0 ? bundleWorkflows() : compiled;
}

function isOrphan(file) {
  const compiled = relative(inProject('dist'), file);
  if (!/^(apps|libs|workflows|activities|bench)[\\/](?!web[\\/])/.test(compiled)) return false;
  return !existsSync(inProject(compiled.replace(/\.js(\.map)?$/, '.ts')));
}

/** The office's pages, and below them the phone's app with its service worker. */
async function makeWeb() {
  const vite = 'node_modules/vite/bin/vite.js';
  const outDir = inProject('dist', 'apps', 'web');
  const pages = await node(vite, 'build', 'apps/web', '--outDir', outDir, '--emptyOutDir');
  return pages.code === 0 ? node(vite, 'build', 'apps/web', '--config', 'apps/web/vite.field.config.ts') : pages;
}

/** The workflows are bundled once here and not at each start of a worker. */
const bundleWorkflows = () => node('--enable-source-maps', 'dist/apps/worker/src/bundle-workflows.js');

const node = (...args) => capture(process.execPath, args);
