import { renameSync, writeFileSync } from 'node:fs';
import { builtWorkflowBundle, bundleWorkflows } from '#temporal';

/**
 * The build's last step: the workflows as one file that every worker loads when it starts. It is there whole or as it was before,
 * so a worker may start meanwhile; a repeat writes the same. What cannot be bundled ends this with its words and exit code 1.
 */
const { code } = await bundleWorkflows();
writeFileSync(`${builtWorkflowBundle}.new`, code);
renameSync(`${builtWorkflowBundle}.new`, builtWorkflowBundle);
