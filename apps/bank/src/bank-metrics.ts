import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

/** What a sandbox bank tells Prometheus at /metrics; each has its own, as several may run in one process of a test. */
export class BankMetrics {
  readonly registry = new Registry();

  readonly arrivals = new Counter({
    name: 'amanah_bank_arrivals_total',
    help: 'Files of payers, by whether they were taken in or put aside for a while',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  readonly jobs = new Counter({
    name: 'amanah_bank_jobs_total',
    help: 'Answers of the bank, by kind and whether they were written or are tried again',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
