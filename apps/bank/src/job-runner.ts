import type { BankMetrics } from './bank-metrics.js';
import type { ArrivalHandler, Bank, JobHandler } from './bank.js';
import type { Job, JobKind } from './book/book.js';
import { receiveOrder } from './handlers/receive-order.js';
import { reportMovements } from './handlers/report-movements.js';
import { reportRefusal } from './handlers/report-refusal.js';
import { acknowledge, reportFirstStatus, reportSecondStatus, reportWholeRefusal } from './handlers/report-status.js';
import { receiveUsageRequest, reportUsage } from './handlers/report-usage.js';
import { receiveReturn, reportReturn } from './handlers/return-money.js';
import type { Arrival } from './sftp/post-room.js';

const PAUSE_MS = 100;
/** What failed for a reason that is not in the file (a full disk) is tried again after this, and others go first. */
const AGAIN_AFTER_MS = 5000;

const ARRIVALS: readonly (readonly [pattern: RegExp, handler: ArrivalHandler])[] = [
  [/^([A-Za-z0-9-]{1,35})\.pain001\.xml$/, receiveOrder],
  [/^([A-Za-z0-9-]{1,35})\.usage-request-(\d{4}-\d{2}-\d{2})\.csv$/, receiveUsageRequest],
  [/^([A-Za-z0-9-]{1,35})\.return\.csv$/, receiveReturn],
];

/** A name to which an answer's ending can be put. */
const ANSWERABLE = /^[\w.-]{1,200}$/;

const JOBS: Readonly<Record<JobKind, JobHandler>> = {
  acknowledge,
  'first-status': reportFirstStatus,
  'second-status': reportSecondStatus,
  'whole-refusal': reportWholeRefusal,
  movements: reportMovements,
  usage: reportUsage,
  return: reportReturn,
  refusal: reportRefusal,
};

/**
 * The bank's one job runner: takes files out of the inbox and runs jobs that are due, one at a time. Killed anywhere,
 * it goes on from the books: a file already entered is only put away, a promised answer is written again. A file or a
 * job in trouble never holds up the one behind it.
 */
export class JobRunner {
  private isStopping = false;
  private work: Promise<void> = Promise.resolve();
  /** When files that could not be taken in may be tried again, by their key. */
  private readonly setAside = new Map<string, number>();

  constructor(
    private readonly bank: Bank,
    private readonly onTrouble: (error: unknown) => void,
    private readonly metrics: BankMetrics,
  ) {}

  start(): void {
    this.work = this.keepWorking();
  }

  /** Finishes what is in hand. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.work;
  }

  private async keepWorking(): Promise<void> {
    while (!this.isStopping) {
      const isBusy = await this.workOnce().catch((error: unknown) => {
        this.onTrouble(error);
        return false;
      });
      if (!isBusy) await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }

  private async workOnce(): Promise<boolean> {
    const now = Date.now();
    const arrival = (await this.bank.room.arrivals()).find(({ key }) => (this.setAside.get(key) ?? 0) <= now);
    if (arrival) await this.receive(arrival);
    const job = this.bank.book.nextJob(now);
    if (job) await this.run(job);
    return arrival !== undefined || job !== undefined;
  }

  private async receive(arrival: Arrival): Promise<void> {
    try {
      if (!this.bank.book.hasArrived(arrival.key)) await this.handle(arrival);
      await this.bank.room.file(arrival);
      this.setAside.delete(arrival.key);
      this.metrics.arrivals.inc({ outcome: 'taken' });
    } catch (error) {
      this.setAside.set(arrival.key, Date.now() + AGAIN_AFTER_MS);
      this.metrics.arrivals.inc({ outcome: 'set_aside' });
      this.onTrouble(error);
    }
  }

  /** A name that says nothing to the bank, such as one with an id longer than ids are, is told so. */
  private async handle(arrival: Arrival): Promise<void> {
    for (const [pattern, handler] of ARRIVALS) {
      const names = pattern.exec(arrival.name);
      if (names) return handler(this.bank, arrival, names.slice(1));
    }
    await this.bank.book.transaction(async () => {
      this.bank.book.noteArrival(arrival.key);
      const refusal = { name: arrival.name, code: 'BANK_FILE_NAME' };
      if (ANSWERABLE.test(arrival.name)) this.bank.book.promise('refusal', refusal);
      await Promise.resolve();
    });
  }

  private async run(job: Job): Promise<void> {
    try {
      await JOBS[job.kind](this.bank, JSON.parse(job.subject) as Record<string, string>);
      this.bank.book.finish(job);
      this.metrics.jobs.inc({ kind: job.kind, outcome: 'done' });
    } catch (error) {
      this.bank.book.postpone(job, Date.now() + AGAIN_AFTER_MS);
      this.metrics.jobs.inc({ kind: job.kind, outcome: 'again' });
      this.onTrouble(error);
    }
  }
}
