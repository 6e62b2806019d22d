import { writeWorkflowBundle } from '#temporal';

/** The build's last step: the workflows as one file that every worker loads when it starts. Exit code 1 and the bundler's words otherwise. */
await writeWorkflowBundle();
