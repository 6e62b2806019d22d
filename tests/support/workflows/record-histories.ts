import { temporal } from '@temporalio/proto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DIARIES, MAILBOX_WATCH } from '#domain';
import { lookAgainSignal } from '#workflows/calendar/diary.messages.js';
import { clockSignal } from '#workflows/tasks/tasks.messages.js';
import { realTime } from '../servers/test-temporal.js';
import { atFirst } from './fake-people.js';
import { DAY, type ProgrammeOptions } from './fake-programme.js';
import { WorkflowServer } from './workflow-server.js';

/**
 * Plays a period on the real Temporal server, with fake activities and a calendar far ahead, and keeps the histories
 * of its workflows as JSON. They are kept as they were recorded, and recording again leaves them alone: a change to a
 * workflow that cannot replay them would break the periods that are running when it is deployed, and needs `patched()`.
 * A new way through a workflow is recorded under a name of its own: `AMANAH_RECORD=1 npm test -- replay`.
 */
export async function recordHistories(folder: string): Promise<void> {
  const server = new WorkflowServer(realTime);
  await server.start();
  try {
    await record(server, folder, 'plain', undefined);
    await record(
      server,
      folder,
      'returned',
      atFirst('endorsement.camat', { outcome: 'returned', returnTo: 'verification' }),
    );
    await record(
      server,
      folder,
      'new-roster',
      atFirst('endorsement.mayor', { outcome: 'returned', returnTo: 'roster' }),
    );
    // The way since whoever waits for the bank is told of its files.
    await record(server, folder, 'arrivals', undefined);
    // And since use is asked once more at the deadline.
    await record(server, folder, 'last-usage', undefined);
    // And since use is watched between the cut-off and the deadline.
    await record(server, folder, 'usage-watch', undefined);
    // And since failed payments are repaired beside: one is, by an order of its own.
    await record(server, folder, 'payment-repair', undefined, { failed: [1] });
    // And since doubted families are decided on before the list is signed, again where a kelurahan is sent back.
    const sentBack = atFirst('endorsement.lurah', { outcome: 'returned', returnTo: 'verification' });
    await record(server, folder, 'doubts', sentBack, { doubts: [2, 0], toCheck: [['32.75.03.1001']] });
    await recordDesk(server, folder);
    await recordBreakDesk(server, folder);
    await recordMailbox(server, folder);
    await recordEarlyReturn(server, folder);
    await recordQuotaChange(server, folder);
    await recordComplaint(server, folder);
    await recordWebhook(server, folder);
    for (const [diary, type] of Object.entries(DIARIES)) await recordDiary(server, folder, diary, type);
  } finally {
    await server.stop();
  }
}

async function record(
  server: WorkflowServer,
  folder: string,
  name: string,
  people: ReturnType<typeof atFirst> | undefined,
  more: ProgrammeOptions = {},
): Promise<void> {
  const { run, fake } = server.programme({
    cases: {
      '32.75.02.1001': [
        { id: 'decided', returns: 1 },
        { id: 'lapses', stopsAt: 'to_visit' },
      ],
    },
    outstanding: [3, 1, 0],
    ...more,
    ...(people === undefined ? {} : { people }),
  });
  fake.offsetMs = 200 * DAY;
  const handle = await server.begin('programmePeriodWorkflow', `period:${run}`, { periodId: run });
  await handle.result();
  for await (const { workflowId, type } of server.env.client.workflow.list({ query: `WorkflowId > ''` })) {
    // The ways back are the city's; the others go the same way every time.
    const isKept = name === 'plain' || (KEPT_OF[name] ?? CITY_ALONE).has(type);
    if (!workflowId.includes(run) || !isKept) continue;
    await keep(server, workflowId, join(folder, `${type}.${name}.json`));
  }
}

const CITY_ALONE: ReadonlySet<string> = new Set(['cityPeriodWorkflow']);
const KEPT_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  arrivals: new Set(['cityPeriodWorkflow', 'paymentOrderWorkflow', 'treasuryReturnWorkflow']),
  'last-usage': new Set(['treasuryReturnWorkflow']),
  'payment-repair': new Set(['cityPeriodWorkflow', 'paymentRepairWorkflow', 'reissuedOrderWorkflow']),
};

/** Two rounds over the breaks of an order, the first of them returned. */
async function recordBreakDesk(server: WorkflowServer, folder: string): Promise<void> {
  const people = atFirst('breaks.settle', { outcome: 'returned', returnTo: 'distribution' });
  const { run } = server.programme({ breaks: [2, 2, 0], people });
  const handle = await server.begin('breakDeskWorkflow', `breaks:${run}`, run);
  await handle.result();
  await keep(server, handle.workflowId, join(folder, 'breakDeskWorkflow.plain.json'));
}

/** Money of chosen families goes back before the deadline. */
async function recordEarlyReturn(server: WorkflowServer, folder: string): Promise<void> {
  const { run, fake } = server.programme();
  fake.offsetMs = 200 * DAY;
  const input = { periodId: run, cityCode: '32.75', returnId: `${run}/early` };
  const handle = await server.begin('earlyReturnWorkflow', `return:${run}/early`, input);
  await handle.result();
  await keep(server, handle.workflowId, join(folder, 'earlyReturnWorkflow.plain.json'));
}

async function recordQuotaChange(server: WorkflowServer, folder: string): Promise<void> {
  const { run, fake } = server.programme();
  fake.offsetMs = 200 * DAY;
  const input = { periodId: run, changeId: `${run}/change` };
  const handle = await server.begin('quotaChangeWorkflow', `quota:${run}/change`, input);
  await handle.result();
  await keep(server, handle.workflowId, join(folder, 'quotaChangeWorkflow.plain.json'));
}

/** A complaint whose first day passes unanswered, and which is over when its workflow looks again. */
async function recordComplaint(server: WorkflowServer, folder: string): Promise<void> {
  const { run, fake } = server.programme();
  fake.diary.add((await server.env.currentTimeMs()) + 1_000);
  const handle = await server.begin('complaintWorkflow', `complaint:${run}`, run);
  await handle.result();
  await keep(server, handle.workflowId, join(folder, 'complaintWorkflow.plain.json'));
}

/** An endpoint whose first delivery is due in a moment, and which has ended when its workflow looks again. */
async function recordWebhook(server: WorkflowServer, folder: string): Promise<void> {
  const { run, fake } = server.programme();
  fake.hasReceiverEnded = true;
  fake.diary.add((await server.env.currentTimeMs()) + 1_000);
  const handle = await server.begin('webhookWorkflow', `webhook:${run}`, run);
  await handle.result();
  await keep(server, handle.workflowId, join(folder, 'webhookWorkflow.plain.json'));
}

/** A watch that has been through some of its hours. */
async function recordMailbox(server: WorkflowServer, folder: string): Promise<void> {
  const { run, fake } = server.programme();
  const handle = await server.begin(MAILBOX_WATCH.type, `watch:${run}`, undefined);
  while (fake.calls.filter((name) => name === 'watchMailbox').length < 3) await pause(50);
  await keep(server, handle.workflowId, join(folder, `${MAILBOX_WATCH.type}.plain.json`));
  await handle.terminate('its history is kept');
}

/** A desk whose case is visited, returned once and decided, long before anything is due. */
async function recordDesk(server: WorkflowServer, folder: string): Promise<void> {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:32.75.02.1001`;
  fake.addDesk(deskId, [{ id: 'decided', returns: 1 }]);
  const schedule = { escalateAt: ['2100-01-01T00:00:00Z'], deadlineAt: '2100-02-01T00:00:00Z' };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });
  await handle.result();
  await keep(server, deskId, join(folder, 'followUpDeskWorkflow.decided.json'));
}

/** A diary that has nothing to do, is told of something, does it on its time and of the next when the calendar moves. */
async function recordDiary(server: WorkflowServer, folder: string, diary: string, type: string): Promise<void> {
  const { run, fake } = server.programme();
  const handle = await server.begin(type, `diary:${diary}:${run}`, undefined);
  const until = async (looks: number): Promise<void> => {
    while (fake.diary.looks.length < looks) await pause(50);
  };
  await until(1);
  const now = await server.env.currentTimeMs();
  fake.diary.add(now + 1_000, now + 40 * DAY);
  await handle.signal(lookAgainSignal);
  await until(3);
  fake.offsetMs = 50 * DAY;
  await handle.signal(clockSignal, { offsetMs: fake.offsetMs });
  await until(4);
  // It looked; what it says of the next is in the history when the workflow waits again.
  await pause(500);
  await keep(server, handle.workflowId, join(folder, `${type}.plain.json`));
  await handle.terminate('its history is kept');
}

async function keep(server: WorkflowServer, workflowId: string, file: string): Promise<void> {
  if (existsSync(file)) return;
  const history = await server.env.client.workflow.getHandle(workflowId).fetchHistory();
  writeFileSync(file, historyToJSON(temporal.api.history.v1.History.fromObject(history)));
}
