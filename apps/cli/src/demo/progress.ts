import { SingleBar } from 'cli-progress';

/** One bar per step on a terminal; one line per step elsewhere, and where several go on at once, each with its prefix. */
export class Progress {
  private bar: SingleBar | undefined;
  private startedAt = 0;
  private done = 0;
  private label = '';

  constructor(private readonly prefix = '') {}

  private get hasBar(): boolean {
    return process.stdout.isTTY && this.prefix === '';
  }

  start(label: string, total: number): void {
    this.label = `${this.prefix}${label}`;
    this.done = 0;
    this.startedAt = Date.now();
    if (this.hasBar) {
      this.bar = new SingleBar({ format: `${label.padEnd(34)} {bar} {value}/{total}`, hideCursor: true });
      this.bar.start(total, 0);
    }
  }

  tick(count = 1): void {
    this.done += count;
    this.bar?.increment(count);
  }

  stop(): void {
    this.bar?.stop();
    this.bar = undefined;
    const seconds = ((Date.now() - this.startedAt) / 1000).toFixed(1);
    if (!this.hasBar) console.log(`${this.label.padEnd(34)} ${this.done} in ${seconds} s`);
  }
}
