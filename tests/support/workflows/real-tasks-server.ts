import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { FollowUpActivities } from '#activities/follow-up/follow-up.activities.js';
import { TasksActivities } from '#activities/tasks/tasks.activities.js';
import { startOfOfficeDay } from '#domain';
import { OutboxRepository } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { bundleWorkflows } from '#temporal';
import { Delivery } from '../../../apps/worker/src/relay/deliver.js';
import { timeSkipping } from '../servers/test-temporal.js';
import { OpenTask, EscalateTask, DeskService, FollowUpDiary } from '#application';

type Activity = (...args: never[]) => Promise<unknown>;
const NAMES = ['openTask', 'escalate', 'advanceDesk', 'escalateDesk', 'deskMoment', 'lapseDesk'] as const;

/**
 * The real activities over the real database, on a server whose clock jumps: before each of them the programme's
 * calendar in the database is set to the server's time, so that both live on the same day.
 */
export class RealTasksServer {
  private environment: TestWorkflowEnvironment | undefined;
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;
  private offsetMs = 0;
  readonly taskQueue = `real-${randomUUID()}`;

  constructor(private readonly database: () => DataSource) {}

  get env(): TestWorkflowEnvironment {
    if (this.environment === undefined) throw new Error('the server is there only while specs run');
    return this.environment;
  }

  async start(firstDay: string): Promise<void> {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
    this.environment = await timeSkipping();
    this.offsetMs = startOfOfficeDay(firstDay).getTime() + 3_600_000 - (await this.env.currentTimeMs());
    await this.setClock();
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: this.taskQueue,
      workflowBundle: await bundleWorkflows(join(import.meta.dirname, 'waiting-tasks.workflow.ts')),
      activities: this.activities(),
      shutdownGraceTime: '1 second',
    });
    this.running = this.worker.run();
  }

  async stop(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
    await this.environment?.teardown();
  }

  /** Lets time jump to the morning of a day of the programme's calendar. */
  async sleepUntil(day: string): Promise<void> {
    await this.env.sleep(startOfOfficeDay(day).getTime() - this.offsetMs - (await this.env.currentTimeMs()));
    await this.setClock();
  }

  /** Carries what waits in the outbox, as the relay does, but to diaries, which nobody keeps here: time would wait for them. */
  async carry(): Promise<void> {
    const outbox = new OutboxRepository(this.database().manager);
    const waiting = await outbox.waiting(1_000);
    const { failures } = await new Delivery(this.env.client).deliver(waiting.filter(({ kind }) => kind !== 'diary'));
    if (failures.length > 0) throw new Error('a workflow could not be reached', { cause: failures });
    await outbox.markDelivered(waiting.map(({ id }) => id));
  }

  /** Waits, while time stands still, until a question is answered with yes. */
  async until(question: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await question()); tries += 1) {
      if (tries > 600) throw new Error('it did not come within half a minute');
      await pause(50);
    }
  }

  private async setClock(): Promise<void> {
    const now = (await this.env.currentTimeMs()) + this.offsetMs;
    await this.database().manager.query(
      `update programme_clock set offset_ms = round($1::numeric - 1000 * extract(epoch from clock_timestamp()))`,
      [now],
    );
  }

  private activities(): Record<string, (...args: unknown[]) => Promise<unknown>> {
    const calendar = loadWorkingCalendar();
    const database = this.database();
    const classes = [
      new TasksActivities(new OpenTask(database, calendar), new EscalateTask(database, calendar)),
      new FollowUpActivities(new DeskService(database, calendar), new FollowUpDiary(database)),
    ];
    const real = NAMES.map((name) => {
      const owner = classes.find((each) => name in each) as unknown as Record<string, Activity>;
      const method = owner[name]?.bind(owner) as unknown as (...args: unknown[]) => Promise<unknown>;
      const onTheDay = async (...args: unknown[]): Promise<unknown> => {
        await this.setClock();
        return method(...args);
      };
      return [name, onTheDay] as const;
    });
    // The workflow's clock jumps with the server; only its distance to the programme's calendar stays the same.
    return Object.fromEntries([...real, ['clockOffsetMs', () => Promise.resolve(this.offsetMs)]]);
  }
}
