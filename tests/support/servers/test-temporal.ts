import { TestWorkflowEnvironment } from '@temporalio/testing';

/** The address of the Temporal server of this run. Shared: give each spec its own task queue and workflow ids. */
export function temporalAddress(): string {
  return required('AMANAH_TEST_TEMPORAL');
}

/** A server of its own whose clock jumps to the next timer: 105 days pass in a second. Call `teardown` at the end. */
export function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = required('TEMPORAL_TEST_SERVER');
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: this suite has no globalSetup`);
  return value;
}
