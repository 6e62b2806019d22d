import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DIARIES, MAILBOX_WATCH } from '#domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedBundle } from '../support/workflows/cached-bundle.js';
import { recordHistories } from '../support/workflows/record-histories.js';

const FOLDER = join(import.meta.dirname, 'histories');
const WORKFLOWS = [
  ...Object.values(DIARIES),
  MAILBOX_WATCH.type,
  'breakDeskWorkflow',
  'cityPeriodWorkflow',
  'complaintWorkflow',
  'earlyReturnWorkflow',
  'followUpDeskWorkflow',
  'paymentOrderWorkflow',
  'paymentRepairWorkflow',
  'programmePeriodWorkflow',
  'quotaChangeWorkflow',
  'reissuedOrderWorkflow',
  'treasuryReturnWorkflow',
  'usageWatchWorkflow',
  'webhookWorkflow',
];

beforeAll(async () => {
  if (process.env['AMANAH_RECORD'] === '1') await recordHistories(FOLDER);
  else Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}, 240_000);

interface History {
  readonly events: readonly { workflowExecutionStartedEventAttributes?: { workflowId: string } }[];
}

/** The histories by the id their workflow had: it went into the ids of its children. */
const kept = (): { file: string; workflowId: string; history: History }[] =>
  readdirSync(FOLDER).map((file) => {
    const history = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as History;
    return {
      file,
      workflowId: history.events[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? file,
      history,
    };
  });

/** The histories that a bundle cannot replay, by file. */
async function failures(workflowBundle: { readonly code: string }): Promise<string[]> {
  const histories = kept();
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    const file = histories.find((history) => history.workflowId === workflowId)?.file ?? workflowId;
    if (error !== undefined) failed.push(file);
  }
  return failed.sort();
}

test('a history of every workflow is kept', () => {
  const types = new Set(readdirSync(FOLDER).map((file) => file.split('.')[0]));
  expect([...types].sort()).toEqual(WORKFLOWS.sort());
});

test('today’s workflows replay every history that was ever kept', async () => {
  expect(await failures(await cachedBundle())).toEqual([]);
}, 60_000);

test('a workflow that calls another activity than it did is found out', async () => {
  const { code } = await cachedBundle();
  const changed = code.replaceAll('longActivities.releaseOrder(', 'longActivities.ratifyDecree(');
  expect(changed).not.toBe(code);

  const failed = await failures({ code: changed });
  expect(failed.length).toBeGreaterThan(0);
  for (const file of failed) expect(file).toMatch(/^(cityPeriod|reissuedOrder)Workflow/);
}, 60_000);

test('a workflow that leaves out a step is found out', async () => {
  const { code } = await cachedBundle();
  const changed = code.replace(/await [\w.]*activities\.confirmReturn\(orderId\);/, '');
  expect(changed).not.toBe(code);

  expect(await failures({ code: changed })).toContain('treasuryReturnWorkflow.plain.json');
}, 60_000);
