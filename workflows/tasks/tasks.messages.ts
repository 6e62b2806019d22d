import { defineSignal } from '@temporalio/workflow';
import type { DeliveredDecision } from '#domain';

/** Decisions on tasks of a workflow: many in one, at least once, in the order in which they were taken. */
export const decisionsSignal = defineSignal<[readonly DeliveredDecision[]]>('decisions');

/** The sandbox calendar moved: every wait works out anew how long it lasts. */
export const clockSignal = defineSignal<[{ readonly offsetMs: number }]>('clock');
