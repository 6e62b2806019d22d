import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Work that the calendar brings, looked for again and again. Whatever is due is a fact of the database, so nothing is
 * remembered in between, any worker may look, and what failed is looked at again in the next round.
 */
export class Round {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly everyMs: number,
    private readonly look: (stopping: AbortSignal) => Promise<void>,
    private readonly whenItFails: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the look that is under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look(signal).catch(this.whenItFails);
      await sleep(this.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
