import { DomainError } from '../shared/domain-error.js';
import { formatRupiah } from './rupiah.js';

/** What one budget year may spend and has spent, in rupiah. */
export interface BudgetLine {
  readonly year: number;
  /** The ceiling of the DIPA in force; undefined while none is. */
  readonly ceilingRupiah: bigint | undefined;
  /** What allocations in the ledger have taken of it. */
  readonly committedRupiah: bigint;
  /** What is about to be taken. */
  readonly wantedRupiah: bigint;
}

/**
 * Nobody may commit the state beyond what its budget provides (UU 1/2004 art. 3(3)): refuses the first year whose ceiling
 * is missing or too low. Throws BUDGET_MISSING or BUDGET_EXCEEDED.
 */
export function demandWithinBudget(lines: readonly BudgetLine[]): void {
  for (const { year, ceilingRupiah, committedRupiah, wantedRupiah } of lines) {
    if (wantedRupiah <= 0n) continue;
    if (ceilingRupiah === undefined) throw new DomainError('BUDGET_MISSING', 'no budget in force', { year });
    const left = ceilingRupiah - committedRupiah;
    if (wantedRupiah <= left) continue;
    throw new DomainError('BUDGET_EXCEEDED', 'more than the budget provides', {
      year,
      wantedRupiah: formatRupiah(wantedRupiah),
      leftRupiah: formatRupiah(left),
      shortRupiah: formatRupiah(wantedRupiah - left),
    });
  }
}

/** A new ceiling can't undo what is spent. Throws BUDGET_BELOW_COMMITTED. */
export function demandAboveCommitted(year: number, ceilingRupiah: bigint, committedRupiah: bigint): void {
  if (ceilingRupiah >= committedRupiah) return;
  throw new DomainError('BUDGET_BELOW_COMMITTED', 'more was allocated already', {
    year,
    committedRupiah: formatRupiah(committedRupiah),
  });
}
