import { existsSync } from 'node:fs';
import { bootstrap, main } from './lib/bootstrap.mjs';
import { duration, inProject } from './lib/project.mjs';
import { capture } from './lib/run.mjs';

const node = (script, ...args) => [process.execPath, inProject(script), ...args];
const tsc = (...args) => node('node_modules/typescript/bin/tsc', '--noEmit', ...args);
const hasWeb = existsSync(inProject('apps', 'web', 'tsconfig.json'));

const steps = [
  ['Format', ...node('node_modules/prettier/bin/prettier.cjs', '--check', '.')],
  ['Lint', ...node('node_modules/eslint/bin/eslint.js', '.')],
  ['Types', ...tsc()],
  ...(hasWeb ? [['Types of the web', ...tsc('-p', 'apps/web/tsconfig.json')]] : []),
  ['Unused code', ...node('node_modules/knip/bin/knip.js')],
  ['Tests', ...node('scripts/test.mjs')],
  ['Generated files', ...node('scripts/generate.mjs')],
  [
    'Nothing left to commit in them',
    'git',
    'diff',
    '--exit-code',
    '--',
    'apps/api/openapi.json',
    'apps/web/src/api/generated.ts',
  ],
];

/** `npm run verify`: everything a change must pass. One line a step; the output only of what failed. */
await main(async () => {
  await bootstrap({ built: false });
  let failed = 0;
  for (const [name, file, ...args] of steps) failed += await verify(name, file, args);
  process.exitCode = failed === 0 ? 0 : 1;
});

async function verify(name, file, args) {
  const started = Date.now();
  const { code, output } = await capture(file, args);
  const last = name === 'Tests' ? `: ${output.trimEnd().split('\n').at(-1)}` : '';
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${last} (${duration(Date.now() - started)})`);
  if (code !== 0) console.log(output.replace(/^/gm, '  '));
  return code === 0 ? 0 : 1;
}
