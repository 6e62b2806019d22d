import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from '../system/launch.js';
import type { Say } from '../system/say.js';

export interface Service {
  readonly name: string;
  /** Starts the process; called again after each death, so it must cope with what the last one left. */
  launch(): Promise<Launched>;
  /** Returns when the process does its work. */
  ready(launched: Launched): Promise<void>;
}

const BACK_OFF_MILLISECONDS = [100, 500, 1000, 2000, 5000, 10_000];

/** A new process waits for this; whoever changes code waits, too, and the system is made to be killed at any moment. */
const RESTART_GRACE_MILLISECONDS = 500;

/** A process that lived this long was healthy: its next death is a new story. */
const HEALTHY_MILLISECONDS = 60_000;

/** Keeps one process alive. Its death is told in one line and answered with a new process, ever more patiently. */
export class Supervised {
  private latest: Promise<Launched> | undefined;
  private stopping = false;
  private deaths = 0;
  private restart = new AbortController();
  private readonly replaced = new WeakSet<Launched>();

  constructor(
    readonly service: Service,
    private readonly say: Say,
    /** Told each new process id at once, so that a killed supervisor's children can be found. */
    private readonly started: (name: string, pid: number) => void,
  ) {}

  /** Throws when the first start does not succeed: then something is wrong that a repeat will not mend. */
  async start(): Promise<void> {
    const launched = await this.launch();
    await this.service.ready(launched);
    void this.watch(launched);
  }

  /** Stops for good, also a process that is only just being started. A repeat does nothing. */
  async stop(): Promise<void> {
    this.stopping = true;
    const launched = await this.latest?.catch(() => undefined);
    await launched?.stop();
  }

  /** Puts a new process in the place of this one at once, also when this one is dead and waits to be started again. */
  async replace(): Promise<void> {
    const former = this.latest;
    this.deaths = 0;
    this.restart.abort();
    const launched = await former?.catch(() => undefined);
    if (launched === undefined) return;
    this.replaced.add(launched);
    await launched.stop(RESTART_GRACE_MILLISECONDS);
  }

  private async launch(): Promise<Launched> {
    this.latest = this.service.launch();
    const launched = await this.latest;
    this.started(this.service.name, launched.pid);
    return launched;
  }

  private async watch(first: Launched): Promise<void> {
    let launched: Launched | undefined = first;
    while (launched !== undefined) {
      const since = Date.now();
      const reason = await launched.exited;
      if (Date.now() - since > HEALTHY_MILLISECONDS) this.deaths = 0;
      launched = await this.again(`ended with ${reason}`);
    }
  }

  private async again(why: string): Promise<Launched | undefined> {
    if (this.stopping) return undefined;
    await this.pause(why);
    if (this.wasStopped()) return undefined;
    this.restart = new AbortController();
    try {
      const launched = await this.launch();
      void this.tellWhenReady(launched);
      return launched;
    } catch (error) {
      return await this.again(wordsOf(error));
    }
  }

  /** None for a process that was to be replaced; one that comes while this waits ends the waiting. */
  private async pause(why: string): Promise<void> {
    const { signal } = this.restart;
    if (signal.aborted) return;
    const pause = BACK_OFF_MILLISECONDS[Math.min(this.deaths, BACK_OFF_MILLISECONDS.length - 1)] ?? 0;
    this.deaths += 1;
    this.say(`${this.service.name}: ${why}; starting it again in ${pause / 1000} s`);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }

  private async tellWhenReady(launched: Launched): Promise<void> {
    try {
      await this.service.ready(launched);
      this.say(`${this.service.name}: running again`);
    } catch (error) {
      // Of a process that was replaced before it was ready there is nothing to tell.
      if (!this.stopping && !this.replaced.has(launched)) this.say(`${this.service.name}: ${wordsOf(error)}`);
    }
  }

  /** Asked after a pause, in which much may have happened. */
  private wasStopped(): boolean {
    return this.stopping;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
