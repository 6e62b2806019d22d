import type { Break } from '../../api/schemas';

/** As a record, so that a type the API adds does not compile until it can be chosen here. */
const TYPES: Record<Break['type'], true> = {
  amount_mismatch: true,
  duplicate: true,
  unmatched_external: true,
  unmatched_internal: true,
  late: true,
  later_return: true,
  conflict: true,
  changed_answer: true,
  paid_twice: true,
  order_answer: true,
  use_unknown: true,
  use_conflict: true,
  use_amount: true,
  use_date: true,
  used_before_credit: true,
  empty_account: true,
  balance_difference: true,
  use_withdrawn: true,
  denied_credit: true,
  denied_use: true,
  debit_refused: true,
  deposit_difference: true,
};

export const BREAK_TYPES = Object.keys(TYPES) as Break['type'][];
