import { Baseline1800000000000 } from './1800000000000-baseline.js';
import { LedgerOfParts1800000100000 } from './1800000100000-ledger-of-parts.js';

/** In order; a landed migration is never edited, only followed by another. */
export const MIGRATIONS = [Baseline1800000000000, LedgerOfParts1800000100000];
