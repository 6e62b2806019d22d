import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** `dist/` after a build, the repository's root in tests: the bundle is made from whichever code runs. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const isSource = import.meta.url.endsWith('.ts');
const extension = isSource ? 'ts' : 'js';

/** Where the build keeps the bundle that workers load; beside the compiled code, so an image needs nothing else. */
export const builtWorkflowBundle = `${root}workflow-bundle.js`;

/**
 * Bundles the workflows for the worker's sandbox. Webpack knows no package imports with conditions, so the one alias
 * that workflows need is given here, and `.js` in an import finds the `.ts` it was written as.
 */
export async function bundleWorkflows(
  workflowsPath = `${root}workflows/index.${extension}`,
): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        extensionAlias: isSource ? { '.js': ['.ts', '.js'] } : {},
        // Added to the SDK's own aliases: without those the bundle is made, and no workflow runs.
        alias: Object.assign({}, config.resolve?.alias, { '#domain$': `${root}libs/domain/src/index.${extension}` }),
      },
    }),
  });
}

/**
 * Puts a new bundle in the place of the built one. It is there whole or as it was before, so a worker may start meanwhile; a
 * repeat writes the same. Rejects with the bundler's words where the workflows cannot be bundled.
 */
export async function writeWorkflowBundle(): Promise<void> {
  const { code } = await bundleWorkflows();
  writeFileSync(`${builtWorkflowBundle}.new`, code);
  renameSync(`${builtWorkflowBundle}.new`, builtWorkflowBundle);
}
