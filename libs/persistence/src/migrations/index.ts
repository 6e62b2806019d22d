import { Baseline1800000000000 } from './1800000000000-baseline.js';
import { BankAnswers1800000200000 } from './1800000200000-bank-answers.js';

/** In order; a landed migration is never edited, only followed by another. */
export const MIGRATIONS = [Baseline1800000000000, BankAnswers1800000200000];
