import type { DataSource } from 'typeorm';
import type { Logger } from 'nestjs-pino';
import { inTransaction, MandateRepository } from '#persistence';

const LOOK_EVERY_MS = 60_000;

/**
 * Writes into the ledger that mandates are over, a transaction each, and hands their open tasks back. Decisions are
 * refused from the day itself, whether this has run or not; several workers may run it at once.
 */
export class MandateExpiry {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.look());
    }, LOOK_EVERY_MS);
    this.running = this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      for (const id of await new MandateRepository(this.database.manager).due()) {
        await inTransaction(this.database, (manager) => new MandateRepository(manager).expire(id));
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'mandates that are over are looked at again in a minute');
    }
  }
}
