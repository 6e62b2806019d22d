import type { Outcome, TaskKind } from '../../api/schemas';

/** What was just decided, carried to the next page in the history entry, so that it shows once and there only. */
export interface DecidedMessage {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly place: string;
  readonly outcome: Outcome;
  readonly decidedAt: string;
  /** How many officers must still approve before it stands. */
  readonly stillNeeded: number;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    decided?: DecidedMessage;
  }
}
