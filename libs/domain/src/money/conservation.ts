import { ENTITLEMENT_STATES, type EntitlementState } from './entitlement-state.js';
import { sumRupiah } from './rupiah.js';

/** Families and rupiah that belong together. */
export interface Measure {
  readonly families: number;
  readonly amountRupiah: bigint;
}

export type ByState = Readonly<Partial<Record<EntitlementState, Measure>>>;

/** What is known of a territory: what it was allocated, and what stands in each state, counted twice. */
export interface MoneyFacts {
  readonly allocated: Measure;
  /** The families' own rows. */
  readonly byState: ByState;
  /** The balances of the ledger's accounts, from postings alone. */
  readonly posted: ByState;
}

/** What the postings say of a state beyond what the families' rows say; less than nothing where the rows say more. */
export interface LedgerDifference extends Measure {
  readonly state: EntitlementState;
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
  readonly firstDifferenceFamilies: number;
  /** credited − (withdrawn + held + returned): 0, or a difference to explain. */
  readonly secondDifferenceRupiah: bigint;
  readonly secondDifferenceFamilies: number;
  /** States that the ledger and the families' rows count differently; none, or something to explain. */
  readonly ledgerDifferences: readonly LedgerDifference[];
}

const NOTHING: Measure = { families: 0, amountRupiah: 0n };

const add = (...parts: Measure[]): Measure => ({
  families: parts.reduce((sum, part) => sum + part.families, 0),
  amountRupiah: sumRupiah(parts.map((part) => part.amountRupiah)),
});

/**
 * Where the two ways to count a state disagree. What was reissued is no money: its rows do not count, and its account, through
 * which the money passes to the successor, is empty.
 */
function ledgerDifferences({ byState, posted }: MoneyFacts): LedgerDifference[] {
  return ENTITLEMENT_STATES.map((state) => {
    const [rows, ledger] = [byState[state] ?? NOTHING, posted[state] ?? NOTHING];
    return {
      state,
      families: ledger.families - rows.families,
      amountRupiah: ledger.amountRupiah - rows.amountRupiah,
    };
  }).filter(({ families, amountRupiah }) => families !== 0 || amountRupiah !== 0n);
}

/**
 * Both identities of conservation at one level of the territory:
 * 1. allocated = transacted + not transacted + pending + failed before payment + unreconciled + unallocated
 * 2. credited = withdrawn + held + returned
 * `allocated` and `unallocated` are the ledger's, `credited` is the banks' files', the other parts are the families'
 * rows, so that a lost row, and a row that says what nobody posted, shows as a difference.
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
    firstDifferenceFamilies: facts.allocated.families - explained.families,
    secondDifferenceRupiah: credited.amountRupiah - kept.amountRupiah,
    secondDifferenceFamilies: credited.families - kept.families,
    ledgerDifferences: ledgerDifferences(facts),
  };
}

/** Whether both identities hold and the ledger counts every state as the families' rows do. */
export const isExplained = (statement: ConservationStatement): boolean =>
  statement.firstDifferenceRupiah === 0n &&
  statement.firstDifferenceFamilies === 0 &&
  statement.secondDifferenceRupiah === 0n &&
  statement.secondDifferenceFamilies === 0 &&
  statement.ledgerDifferences.length === 0;

/** Why a period can't be closed yet, most serious first; empty when every rupiah is explained and at rest. */
export function closureRefusals(
  statement: ConservationStatement,
  isAnyPartUnexplained: boolean,
  openBreaks: number,
  openCases: number,
): string[] {
  const refusals: string[] = [];
  if (isAnyPartUnexplained || !isExplained(statement)) refusals.push('CLOSURE_DIFFERENCE');
  if (statement.unreconciled.families > 0) refusals.push('CLOSURE_UNRECONCILED');
  if (statement.pending.families > 0) refusals.push('CLOSURE_PENDING');
  if (statement.held.families > 0) refusals.push('CLOSURE_HELD');
  if (openBreaks > 0) refusals.push('CLOSURE_BREAKS');
  if (openCases > 0) refusals.push('CLOSURE_CASES');
  return refusals;
}
