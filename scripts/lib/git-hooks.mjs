import { existsSync } from 'node:fs';
import { inProject } from './project.mjs';
import { capture } from './run.mjs';

/**
 * Has git run `.githooks` for whoever develops here. Hooks of one's own are left as they are, and without git, or on a build
 * machine, nothing happens; a repeat finds its work done.
 */
export async function installGitHooks() {
  if (process.env.CI !== undefined || !existsSync(inProject('.git'))) return;
  const own = await git('rev-parse', '--git-path', 'hooks/pre-commit');
  if (own === undefined || own === '.githooks/pre-commit' || existsSync(inProject(own))) return;
  if ((await git('config', 'core.hooksPath')) === undefined) await git('config', 'core.hooksPath', '.githooks');
}

/** What git answers, or undefined when it refuses or is not there. */
async function git(...args) {
  const { code, output } = await capture('git', args).catch(() => ({ code: 1, output: '' }));
  return code === 0 ? output.trim() : undefined;
}
