import { SingleBar } from 'cli-progress';

/** One bar per step on a terminal, one line per step elsewhere. */
export class Progress {
  private bar: SingleBar | undefined;
  private startedAt = 0;
  private done = 0;
  private label = '';

  start(label: string, total: number): void {
    this.label = label;
    this.done = 0;
    this.startedAt = Date.now();
    if (process.stdout.isTTY) {
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
    if (!process.stdout.isTTY) console.log(`${this.label.padEnd(34)} ${this.done} in ${seconds} s`);
  }
}
