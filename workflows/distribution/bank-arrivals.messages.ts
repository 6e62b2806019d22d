import { defineSignal } from '@temporalio/workflow';

/** A file of the bank was taken in: whoever waits for its answer reads the facts. Told at least once. */
export const bankArrivalSignal = defineSignal('bank-arrival');
