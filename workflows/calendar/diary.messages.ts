import { defineSignal } from '@temporalio/workflow';

/** What a diary waits for has changed: it looks again. Told at least once; telling it in vain costs one look. */
export const lookAgainSignal = defineSignal('look-again');
