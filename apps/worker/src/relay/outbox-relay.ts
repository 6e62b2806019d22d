import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Logger } from 'nestjs-pino';
import { OutboxRepository } from '#persistence';
import { metrics } from '#telemetry';
import type { Carried, Delivery } from './deliver.js';
import { Unreached } from './unreached.js';

const BATCH = 1_000;
/** A pass that carried so many is followed by a moment of gathering, so that a desk is told many things at once. */
const BUSY_FROM = 8;
const GATHER_MS = 450;
const LOOK_EVERY_MS = 1_000;
const RETRY_MS = 500;

/**
 * Carries outbox rows to Temporal, at least once and in order. Of all workers the one that holds the database's relay
 * lock carries; when it dies the lock falls to another. Nothing is lost while Temporal is away: rows wait. Whoever gets the
 * lock first sees to it that the diaries run.
 */
export class OutboxRelay {
  private isStopping = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly unreached = new Unreached();

  constructor(
    private readonly databaseUrl: string,
    private readonly database: DataSource,
    private readonly delivery: Delivery,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const lock = new pg.Client({ connectionString: this.databaseUrl, application_name: 'amanah-relay' });
      lock.on('error', () => undefined);
      lock.on('notification', () => {
        this.wake();
      });
      try {
        await lock.connect();
        await this.carryUnderLock(lock);
      } catch (error) {
        this.logger.warn({ err: error }, 'the relay starts anew');
        await this.pause(RETRY_MS);
      } finally {
        await lock.end().catch(() => undefined);
      }
    }
  }

  private async carryUnderLock(lock: pg.Client): Promise<void> {
    await lock.query('listen amanah_outbox');
    let isFirst = true;
    while (!this.isStopping) {
      const { rows } = await lock.query<{ held: boolean }>(
        `select pg_try_advisory_lock(hashtext('amanah-relay')) as held`,
      );
      if (rows[0]?.held !== true) {
        await this.pause(LOOK_EVERY_MS);
        continue;
      }
      if (isFirst) await this.delivery.openDiaries();
      isFirst = false;
      await this.carryAll();
      await lock.query('select 1');
      await this.pause(LOOK_EVERY_MS);
    }
  }

  private async carryAll(): Promise<void> {
    const outbox = new OutboxRepository(this.database.manager);
    while (!this.isStopping) {
      const waiting = await outbox.waiting(BATCH, this.unreached.workflowIds(Date.now()));
      if (waiting.length === 0) return;
      const carried = await this.delivery.deliver(waiting);
      await outbox.markDelivered(carried.arrived.map(({ id }) => id));
      metrics.delivered.inc(carried.arrived.length);
      this.note(carried);
      if (waiting.length >= BUSY_FROM && waiting.length < BATCH) await delay(GATHER_MS);
    }
  }

  /** Rows of a workflow that cannot be reached wait a while, so that those of all others go on; operators see the oldest of them. */
  private note({ arrived, failures }: Carried): void {
    const now = Date.now();
    for (const { workflowId } of arrived) this.unreached.reached(workflowId);
    for (const { workflowId } of failures) this.unreached.failed(workflowId, now);
    const [first] = failures;
    if (first === undefined) return;
    const what = { err: first.error, workflowId: first.workflowId, workflows: failures.length };
    this.logger.warn(what, 'workflows could not be reached and are tried again');
  }

  /** Sleeps until told that there is something, or a moment at most. */
  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
