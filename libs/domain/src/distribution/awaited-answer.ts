/** Whether an answer of the bank is here, and if not, at which ISO instant its silence is a break; null once it is one. */
export interface AwaitedAnswer {
  readonly isHere: boolean;
  readonly dueAt: string | null;
}

/** What the desk of an order's breaks needs to know; ids and counts, never a family. */
export interface BreakDeskState {
  readonly periodId: string;
  readonly cityCode: string;
  /** In which round of two signatures breaks are settled now, from 1. */
  readonly round: number;
  /** Breaks that wait for people today. */
  readonly breaks: number;
  /** ISO instant at which the next one does; null when none will. */
  readonly nextAt: string | null;
}
