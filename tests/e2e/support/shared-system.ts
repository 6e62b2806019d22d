import { readFileSync } from 'node:fs';
import type { RunningSystem } from '../../support/servers/test-system.js';

/**
 * The one system of the suite, by its run file: `AMANAH_TEST_SYSTEM=.amanah/run.json npm test -- e2e` takes a running
 * `npm start` instead. Each spec opens a period of its own, so that it meets nobody else's tasks; who moves the calendar
 * or sets the system up otherwise has a system of its own.
 */
export function sharedSystem(): RunningSystem {
  const runFile = process.env['AMANAH_TEST_SYSTEM'];
  if (runFile === undefined) throw new Error('AMANAH_TEST_SYSTEM is not set: this suite has no globalSetup');
  return JSON.parse(readFileSync(runFile, 'utf8')) as RunningSystem;
}
