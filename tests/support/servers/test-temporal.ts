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

/** The server of this run behind the same interface: real time, and the limits of a real history. */
export function realTime(): Promise<TestWorkflowEnvironment> {
  return TestWorkflowEnvironment.createFromExistingServer({ address: temporalAddress() });
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: this suite has no globalSetup`);
  return value;
}
