const FIRST_PAUSE_MS = 500;
/** Not longer, so that a Temporal server that comes back finds everything soon. */
const LONGEST_PAUSE_MS = 10_000;

/** Workflows that could not be reached, each left alone for a pause that doubles with every failure. */
export class Unreached {
  private readonly pauses = new Map<string, { readonly pauseMs: number; readonly until: number }>();

  /** Those to leave alone at this moment, in milliseconds since 1970. */
  workflowIds(now: number): string[] {
    return [...this.pauses].filter(([, { until }]) => until > now).map(([workflowId]) => workflowId);
  }

  failed(workflowId: string, now: number): void {
    const before = this.pauses.get(workflowId);
    const pauseMs = before === undefined ? FIRST_PAUSE_MS : Math.min(before.pauseMs * 2, LONGEST_PAUSE_MS);
    this.pauses.set(workflowId, { pauseMs, until: now + pauseMs });
  }

  reached(workflowId: string): void {
    this.pauses.delete(workflowId);
  }
}
