import { Baseline1800000000000 } from './1800000000000-baseline.js';
import { LedgerOfParts1800000100000 } from './1800000100000-ledger-of-parts.js';
import { BankAnswers1800000200000 } from './1800000200000-bank-answers.js';
import { CaseMoney1800000300000 } from './1800000300000-case-money.js';
import { OnePaymentAMonth1800000400000 } from './1800000400000-one-payment-a-month.js';
import { DocumentNumbers1800000500000 } from './1800000500000-document-numbers.js';

/** In order; a landed migration is never edited, only followed by another. */
export const MIGRATIONS = [
  Baseline1800000000000,
  LedgerOfParts1800000100000,
  BankAnswers1800000200000,
  CaseMoney1800000300000,
  OnePaymentAMonth1800000400000,
  DocumentNumbers1800000500000,
];
