/** What waits for a day, as rows would hold it: a look takes what has come by the programme's calendar, and names the next. */
export class FakeDiary {
  /** When somebody looked, by the programme's calendar. */
  readonly looks: number[] = [];
  /** What was due, and when it was done. */
  readonly done: { readonly dueAt: number; readonly at: number }[] = [];
  private waiting: readonly number[] = [];

  constructor(private readonly now: () => Promise<number>) {}

  /** Something falls due at these instants of the programme's calendar. */
  add(...instants: readonly number[]): void {
    this.waiting = [...this.waiting, ...instants].sort((one, other) => one - other);
  }

  async look(): Promise<{ dueAt: string } | undefined> {
    const at = await this.now();
    this.looks.push(at);
    this.done.push(...this.waiting.filter((dueAt) => dueAt <= at).map((dueAt) => ({ dueAt, at })));
    this.waiting = this.waiting.filter((dueAt) => dueAt > at);
    const [next] = this.waiting;
    return next === undefined ? undefined : { dueAt: new Date(next).toISOString() };
  }
}
