import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { type DeliveredDecision, DIARY_TYPES, MAILBOX_WATCH, mailboxWatchId } from '#domain';
import type { OutboxKind, OutboxRow } from '#persistence';
import { TASK_QUEUE } from '#temporal';
import { lookAgainSignal } from '#workflows/calendar/diary.messages.js';
import { bankArrivalSignal } from '#workflows/distribution/bank-arrivals.messages.js';
import { PERIOD_WORKFLOW, type ProgrammePeriodInput } from '#workflows/periods/period.messages.js';
import { clockSignal, deadlinesSignal, decisionsSignal, type MovedDeadline } from '#workflows/tasks/tasks.messages.js';

const BREAK_DESK = 'breakDeskWorkflow';
const FOLLOW_UP_DESK = 'followUpDeskWorkflow';
const COMPLAINT = 'complaintWorkflow';
const WEBHOOK = 'webhookWorkflow';
/** Workflows that start with a message, and run once. */
const STARTED_BY: Readonly<Partial<Record<OutboxKind, string>>> = {
  'early-return': 'earlyReturnWorkflow',
  'quota-change': 'quotaChangeWorkflow',
};

/** A server that was killed in the middle of a call may never answer it. */
const ANSWER_WITHIN_MS = 10_000;

/** What came of a batch: rows that arrived, and workflows that could not be reached, each with why. */
export interface Carried {
  readonly arrived: readonly OutboxRow[];
  readonly failures: readonly { readonly workflowId: string; readonly error: unknown }[];
}

/** What a workflow is told, and how it starts where it does not run. */
interface News {
  readonly type: string;
  readonly args: readonly unknown[];
  /** Name of the signal. */
  readonly signal: string;
  readonly signalArgs: readonly unknown[];
}

/** Tells Temporal what outbox rows say: many decisions of a workflow in one signal, in their order. */
export class Delivery {
  constructor(
    private readonly temporal: Client,
    /** Of banks and post offices beside the common one. */
    private readonly mailboxes: readonly string[] = [],
  ) {}

  /**
   * Delivers rows workflow by workflow: one that cannot be reached keeps its own rows waiting and nobody else's. Each has ten seconds. A repeat
   * is harmless, because workflows ignore what they have seen.
   */
  async deliver(rows: readonly OutboxRow[]): Promise<Carried> {
    const byWorkflow = Map.groupBy(rows, ({ workflowId }) => workflowId);
    const ends = await Promise.all([...byWorkflow].map(([workflowId, own]) => this.tried(workflowId, own)));
    return { arrived: ends.flatMap(({ arrived }) => arrived), failures: ends.flatMap(({ failures }) => failures) };
  }

  /**
   * Every diary runs, and looks, and the bank's outbox is watched: after an installation, an update or an operator's mistake alike. To one that runs already
   * it is a look in vain.
   */
  async openDiaries(): Promise<void> {
    await this.inTime(async () => {
      await Promise.all([...DIARY_TYPES.keys()].map((workflowId) => this.tellDiary(workflowId)));
      await this.start(MAILBOX_WATCH.type, MAILBOX_WATCH.workflowId, []);
      for (const name of this.mailboxes) await this.start(MAILBOX_WATCH.type, mailboxWatchId(name), [name]);
    });
  }

  private async tried(workflowId: string, rows: readonly OutboxRow[]): Promise<Carried> {
    try {
      await this.inTime(() => this.toWorkflow(workflowId, rows));
      return { arrived: rows, failures: [] };
    } catch (error) {
      return { arrived: [], failures: [{ workflowId, error }] };
    }
  }

  private async inTime(work: () => Promise<void>): Promise<void> {
    await this.temporal.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);
  }

  private async toWorkflow(workflowId: string, rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) {
      if (row.kind === 'start-period') await this.startPeriod(workflowId, row.payload as ProgrammePeriodInput);
    }
    if (rows.some(({ kind }) => kind === 'diary')) await this.tellDiary(workflowId);
    const breaks = rows.find(({ kind }) => kind === 'breaks');
    if (breaks !== undefined)
      await this.wake(workflowId, BREAK_DESK, [(breaks.payload as { orderId: string }).orderId]);
    const complaint = rows.find(({ kind }) => kind === 'complaint');
    if (complaint !== undefined) {
      await this.wake(workflowId, COMPLAINT, [(complaint.payload as { complaintId: string }).complaintId]);
    }
    const webhook = rows.find(({ kind }) => kind === 'webhook');
    if (webhook !== undefined) {
      await this.wake(workflowId, WEBHOOK, [(webhook.payload as { endpointId: string }).endpointId]);
    }
    const desk = rows.find(({ kind }) => kind === 'desk');
    if (desk !== undefined) await this.openDesk(workflowId, desk.payload);
    for (const { kind, payload } of rows) {
      const type = STARTED_BY[kind];
      if (type !== undefined) await this.start(type, workflowId, [payload]);
    }
    if (rows.some(({ kind }) => kind === 'arrival')) await this.signalArrival(workflowId);
    const clock = rows.findLast(({ kind }) => kind === 'clock');
    if (clock !== undefined) await this.signalClock(workflowId, clock.payload as { offsetMs: number });
    const deadlines = rows.filter(({ kind }) => kind === 'deadline').map(({ payload }) => payload as MovedDeadline);
    if (deadlines.length > 0) await this.signalDeadlines(workflowId, deadlines);
    const decisions = rows.filter(({ kind }) => kind === 'decision').map(({ payload }) => payload as DeliveredDecision);
    if (decisions.length > 0) await this.signalDecisions(workflowId, decisions);
  }

  private async startPeriod(workflowId: string, input: ProgrammePeriodInput): Promise<void> {
    await this.start(PERIOD_WORKFLOW, workflowId, [input]);
  }

  /** One that runs already goes on. */
  private async start(type: string, workflowId: string, args: unknown[]): Promise<void> {
    try {
      await this.temporal.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /** Lets a diary look again; what another version kept is left alone. */
  private async tellDiary(workflowId: string): Promise<void> {
    const type = DIARY_TYPES.get(workflowId);
    if (type !== undefined) await this.wake(workflowId, type, []);
  }

  /** Lets a workflow look again; one that is not running starts, and looks first. */
  private async wake(workflowId: string, type: string, args: readonly unknown[]): Promise<void> {
    await this.tellOrStart(workflowId, { type, args, signal: lookAgainSignal.name, signalArgs: [] });
  }

  /** Tells a desk of a new case; one that is not running starts with it. */
  private async openDesk(workflowId: string, input: unknown): Promise<void> {
    const news: [readonly MovedDeadline[]] = [[{}]];
    await this.tellOrStart(workflowId, {
      type: FOLLOW_UP_DESK,
      args: [input],
      signal: deadlinesSignal.name,
      signalArgs: news,
    });
  }

  private async tellOrStart(workflowId: string, { type, args, signal, signalArgs }: News): Promise<void> {
    try {
      const start = { workflowId, taskQueue: TASK_QUEUE, args: [...args] as unknown[] };
      await this.temporal.workflow.signalWithStart(type, { ...start, signal, signalArgs: [...signalArgs] });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      // Another opened it in the same moment, which not every server keeps apart: it runs, and has yet to hear this.
      await this.temporal.workflow.getHandle(workflowId).signal(signal, ...signalArgs);
    }
  }

  private async signalArrival(workflowId: string): Promise<void> {
    await unlessEnded(this.temporal.workflow.getHandle(workflowId).signal(bankArrivalSignal));
  }

  private async signalDecisions(workflowId: string, decisions: readonly DeliveredDecision[]): Promise<void> {
    await unlessEnded(this.temporal.workflow.getHandle(workflowId).signal(decisionsSignal, decisions));
  }

  private async signalDeadlines(workflowId: string, moved: readonly MovedDeadline[]): Promise<void> {
    await unlessEnded(this.temporal.workflow.getHandle(workflowId).signal(deadlinesSignal, moved));
  }

  private async signalClock(workflowId: string, move: { offsetMs: number }): Promise<void> {
    await unlessEnded(this.temporal.workflow.getHandle(workflowId).signal(clockSignal, move));
  }
}

/** A workflow that has ended needs no telling; its facts are in the database. */
async function unlessEnded(signal: Promise<void>): Promise<void> {
  try {
    await signal;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
