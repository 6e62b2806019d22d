import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import type { WorkingCalendar } from '#domain';
import { HolidayRepository, inTransaction, resumeDueTasks } from '#persistence';

const LOOK_EVERY_MS = 5_000;
const BATCH = 1_000;

/**
 * Takes up suspended tasks on their day. The day is a fact of the row, so nothing has to be remembered in between: any
 * worker may look, the rows say who was first, and a sandbox calendar that is moved is noticed at the next look.
 */
export class Resumption {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look();
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async look(): Promise<void> {
    try {
      const calendars = await new HolidayRepository(this.database.manager).calendars(this.calendar);
      const resume = () => inTransaction(this.database, (manager) => resumeDueTasks(manager, calendars, BATCH));
      while (!this.stopping.signal.aborted && (await resume()) === BATCH);
    } catch (error) {
      this.logger.warn({ err: error }, 'suspended tasks are looked at again in a moment');
    }
  }
}
