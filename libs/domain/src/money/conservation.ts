import type { EntitlementState } from './entitlement-state.js';
import { sumRupiah } from './rupiah.js';

/** Families and rupiah that belong together. */
export interface Measure {
  readonly families: number;
  readonly amountRupiah: bigint;
}

/** What is known of a territory: what it was allocated, and what stands in each state. */
export interface MoneyFacts {
  readonly allocated: Measure;
  readonly byState: Readonly<Partial<Record<EntitlementState, Measure>>>;
}

export interface ConservationStatement {
  readonly allocated: Measure;
  readonly transacted: Measure;
  readonly notTransacted: Measure;
  readonly pending: Measure;
  readonly failed: Measure;
  readonly unreconciled: Measure;
  readonly unallocated: Measure;
  readonly credited: Measure;
  readonly withdrawn: Measure;
  readonly held: Measure;
  readonly returned: Measure;
  /** allocated − (the six parts): 0, or a difference to explain. */
  readonly firstDifferenceRupiah: bigint;
  /** credited − (withdrawn + held + returned): 0, or a difference to explain. */
  readonly secondDifferenceRupiah: bigint;
}

const NOTHING: Measure = { families: 0, amountRupiah: 0n };

const add = (...parts: Measure[]): Measure => ({
  families: parts.reduce((sum, part) => sum + part.families, 0),
  amountRupiah: sumRupiah(parts.map((part) => part.amountRupiah)),
});

/**
 * Both identities of conservation at one level of the territory:
 * 1. allocated = transacted + not transacted + pending + failed before payment + unreconciled + unallocated
 * 2. credited = withdrawn + held + returned
 * `credited` and `unallocated` come from their own facts (bank files, quota left), so a lost row shows as a difference.
 */
export function conservation(facts: MoneyFacts, credited: Measure, unallocated: Measure): ConservationStatement {
  const of = (state: EntitlementState): Measure => facts.byState[state] ?? NOTHING;
  const notTransacted = add(of('not_transacted'), of('held'), of('returned'));
  const pending = add(of('decreed'), of('ordered'), of('credited'));
  const held = add(of('credited'), of('not_transacted'), of('held'));
  const explained = add(of('transacted'), notTransacted, pending, of('failed'), of('unreconciled'), unallocated);
  const kept = add(of('transacted'), held, of('returned'));
  return {
    allocated: facts.allocated,
    transacted: of('transacted'),
    notTransacted,
    pending,
    failed: of('failed'),
    unreconciled: of('unreconciled'),
    unallocated,
    credited,
    withdrawn: of('transacted'),
    held,
    returned: of('returned'),
    firstDifferenceRupiah: facts.allocated.amountRupiah - explained.amountRupiah,
    secondDifferenceRupiah: credited.amountRupiah - kept.amountRupiah,
  };
}

/** Why a period can't be closed yet, most serious first; empty when every rupiah is explained and at rest. */
export function closureRefusals(statement: ConservationStatement, openBreaks: number, openCases: number): string[] {
  const refusals: string[] = [];
  if (statement.firstDifferenceRupiah !== 0n || statement.secondDifferenceRupiah !== 0n) {
    refusals.push('CLOSURE_DIFFERENCE');
  }
  if (statement.unreconciled.families > 0) refusals.push('CLOSURE_UNRECONCILED');
  if (statement.pending.families > 0) refusals.push('CLOSURE_PENDING');
  if (statement.held.families > 0) refusals.push('CLOSURE_HELD');
  if (openBreaks > 0) refusals.push('CLOSURE_BREAKS');
  if (openCases > 0) refusals.push('CLOSURE_CASES');
  return refusals;
}
