import { newCommandKey } from '../../api/command-key';
import type { NewVerdicts, Verdict, VerdictReason, VerdictsSaved } from '../../api/schemas';
import { isPassing } from '../../api/problem';

export interface Mark {
  readonly verdict: Verdict | null;
  readonly reason?: VerdictReason;
}

export interface QueueState {
  /** What this session changed, over what the server listed. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly waiting: number;
  readonly saved: VerdictsSaved | undefined;
  readonly error: unknown;
}

interface Batch {
  readonly key: string;
  readonly marks: ReadonlyMap<string, Mark>;
}

export interface QueueTools {
  readonly send: (body: NewVerdicts, key: string) => Promise<VerdictsSaved>;
  readonly keep: (waiting: ReadonlyMap<string, Mark>) => void;
  readonly onSaved: (saved: VerdictsSaved) => void;
}

const PAUSE_MS = 250;
const RETRY_MS = 3_000;
const BATCH = 500;

/**
 * Saves verdicts in the background, in order, a batch at a time. A batch that did not arrive goes again under the
 * same key; what is not saved yet is kept in the browser, so neither a crash nor the end of a session loses a mark.
 */
export class VerdictQueue {
  private readonly waiting = new Map<string, Mark>();
  private readonly listeners = new Set<() => void>();
  private batch: Batch | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private current: QueueState;

  constructor(
    private readonly tools: QueueTools,
    kept: ReadonlyMap<string, Mark>,
  ) {
    this.current = { marks: new Map(kept), waiting: kept.size, saved: undefined, error: undefined };
    for (const [rowId, mark] of kept) this.waiting.set(rowId, mark);
    if (kept.size > 0) this.plan(0);
  }

  readonly state = (): QueueState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  mark(changes: ReadonlyMap<string, Mark>): void {
    const marks = new Map(this.current.marks);
    for (const [rowId, mark] of changes) {
      marks.set(rowId, mark);
      this.waiting.set(rowId, mark);
    }
    this.tools.keep(this.waiting);
    this.tell({ marks });
    this.plan(PAUSE_MS);
  }

  /**
   * Marks the matched families that have no verdict yet; answers with their rows, so that it can be undone. What was
   * marked by hand goes first: a family whose verdict has not arrived would be filled over it.
   */
  async fillRemaining(): Promise<readonly string[]> {
    await this.flush();
    if (this.waiting.size > 0) throw this.current.error;
    const saved = await this.tools.send({ verdicts: [], fillRemaining: 'eligible' }, newCommandKey());
    const marks = new Map(this.current.marks);
    for (const rowId of saved.filledRowIds) marks.set(rowId, { verdict: 'eligible' });
    this.tell({ marks, saved, error: undefined });
    this.tools.onSaved(saved);
    return saved.filledRowIds;
  }

  /** Sends all that waits; called again meanwhile, it ends with the same sending. */
  flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.batch !== undefined || this.waiting.size > 0) await this.sendBatch();
    } catch (error) {
      this.tell({ error });
      if (isPassing(error)) this.plan(RETRY_MS);
      else this.batch = undefined;
    }
  }

  private async sendBatch(): Promise<void> {
    this.batch ??= { key: newCommandKey(), marks: new Map([...this.waiting].slice(0, BATCH)) };
    const { key, marks } = this.batch;
    const saved = await this.tools.send({ verdicts: verdictsOf(marks) }, key);
    this.batch = undefined;
    // What was marked anew meanwhile, be it with another reason only, still waits.
    for (const [rowId, mark] of marks) {
      if (this.waiting.get(rowId) === mark) this.waiting.delete(rowId);
    }
    this.tools.keep(this.waiting);
    this.tell({ saved, error: undefined });
    this.tools.onSaved(saved);
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private tell(change: Partial<QueueState>): void {
    this.current = { ...this.current, ...change, waiting: this.waiting.size };
    for (const listener of this.listeners) listener();
  }
}

const verdictsOf = (marks: ReadonlyMap<string, Mark>): NewVerdicts['verdicts'] =>
  [...marks].map(([rowId, { verdict, reason }]) => ({ rowId, verdict, ...(reason === undefined ? {} : { reason }) }));
