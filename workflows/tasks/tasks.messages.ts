import { defineSignal } from '@temporalio/workflow';
import type { DeliveredDecision } from '#domain';

/** Decisions on tasks of a workflow: many in one, at least once, in the order in which they were taken. */
export const decisionsSignal = defineSignal<[readonly DeliveredDecision[]]>('decisions');

/** The sandbox calendar moved: every wait works out anew how long it lasts. */
export const clockSignal = defineSignal<[{ readonly offsetMs: number }]>('clock');

export interface MovedDeadline {
  /** Missing where every task of the workflow may have moved, as when a holiday was added. */
  readonly taskId?: string;
}

/** Deadlines moved: whoever waits for one of these tasks asks anew until when. */
export const deadlinesSignal = defineSignal<[readonly MovedDeadline[]]>('deadlines');
