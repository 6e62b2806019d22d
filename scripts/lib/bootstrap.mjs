import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensurePinnedNode } from './pinned-node.mjs';

/** From a fresh clone to something that runs: dependencies, the pinned Node, a build. Each step only when needed. */
export async function bootstrap({ built = true, web = true } = {}) {
  await ensureDependencies();
  await ensurePinnedNode();
  if (built) await build({ web });
}

/** Runs a script's work; a failure is told in words, without a stack, and ends with exit code 2. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
