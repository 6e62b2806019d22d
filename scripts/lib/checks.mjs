import { duration, inProject } from './project.mjs';
import { capture } from './run.mjs';

const node = (script, ...args) => [process.execPath, inProject(script), ...args];

/** What a compiler found out about unchanged files is kept; both look at content and not at times. */
const cached = (name) => inProject('node_modules', '.cache', 'amanah', name);
const tsc = (project) =>
  node(
    'node_modules/typescript/bin/tsc',
    ...['--noEmit', '--incremental', '--tsBuildInfoFile', cached(`${project}.tsbuildinfo`)],
    ...['-p', project],
  );
const prettier = ['--cache', '--cache-strategy', 'content', '--cache-location', cached('prettier')];

const CODE = ['apps', 'libs', 'workflows', 'activities', 'bench', 'tests'];

/** Lint takes as long as all others together, and two cores are what a build machine has. */
const LANES = [
  // Without a cache: rules that know types find something in a file when another file has changed.
  [['Lint', ...node('node_modules/eslint/bin/eslint.js', '.')]],
  [
    ['Format', ...node('node_modules/prettier/bin/prettier.cjs', '--check', ...prettier, '.')],
    ['Types', ...tsc('tsconfig.json')],
    ['Types of the web', ...tsc('apps/web/tsconfig.json')],
    ['Circles', ...node('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...CODE)],
    ['Unused code', ...node('node_modules/knip/bin/knip.js')],
    ['Generated files', ...node('scripts/generate.mjs')],
    [
      'Nothing left to commit in them',
      'git',
      ...[
        'diff',
        '--exit-code',
        '--',
        'apps/api/openapi.json',
        'apps/web/src/api/generated.ts',
        'libs/persistence/schema.sql',
      ],
    ],
  ],
];

/** Everything that needs no running server. One line a step, the output only of what failed; the first failure ends it all. */
export async function check() {
  const stopping = new AbortController();
  await Promise.all(LANES.map((steps) => checkInTurn(steps, stopping)));
  return !stopping.signal.aborted;
}

async function checkInTurn(steps, stopping) {
  for (const [name, file, ...args] of steps) {
    if (stopping.signal.aborted) return;
    const started = Date.now();
    const { code, output } = await capture(file, args, { signal: stopping.signal }).catch(wordsOf);
    if (stopping.signal.aborted) return;
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${duration(Date.now() - started)})`);
    if (code === 0) continue;
    console.log(output.replace(/^/gm, '  '));
    stopping.abort();
  }
}

/** A program that is not there is a failure like any other. */
const wordsOf = (error) => ({ code: 1, output: error.message });
