import type { Matter } from '../stages/task-rule.js';

/**
 * How a session stands with the officer's second factor: proved within the last minutes, proved longer ago or never in this
 * session, or not set up although this installation asks for one.
 */
export type SecondFactor = 'fresh' | 'stale' | 'missing';

/** So long a proof counts before money or law is decided. */
export const PROOF_MINUTES = 5;

/** What moves money or law, or who may, is decided by somebody who proves now that it is them. */
const PROVED: readonly Matter[] = ['quota', 'budget', 'posts', 'law', 'treasury'];

export const asksForProof = (matter: Matter): boolean => PROVED.includes(matter);

/** Codes that each let in once, for a lost phone. */
export const RECOVERY_CODES = 10;
