import fc from 'fast-check';
import { ENTITLEMENT_STATES, type EntitlementState, mayBecome } from './entitlement-state.js';
import {
  closureRefusals,
  conservation,
  type ConservationStatement,
  isExplained,
  type Measure,
} from './conservation.js';

const BENEFIT = 400_000n;
const QUOTA = 40;
const WERE_CREDITED: readonly EntitlementState[] = ['credited', 'transacted', 'not_transacted', 'held', 'returned'];

const worth = (families: number): Measure => ({ families, amountRupiah: BENEFIT * BigInt(families) });

/** The statement over families in these states, the rest of the quota unallocated. */
function statementOf(states: readonly EntitlementState[]): ConservationStatement {
  const count = (state: EntitlementState): number => states.filter((each) => each === state).length;
  const byState = Object.fromEntries(ENTITLEMENT_STATES.map((state) => [state, worth(count(state))]));
  const credited = worth(states.filter((state) => WERE_CREDITED.includes(state)).length);
  return conservation({ allocated: worth(QUOTA), byState, posted: byState }, credited, worth(QUOTA - states.length));
}

/** Families that have each made some of the moves that are allowed, in any order. */
const families = fc
  .array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: QUOTA })
  .map((walks) => walks.map((choices) => choices.reduce<EntitlementState>(step, 'decreed')));

function step(from: EntitlementState, choice: number): EntitlementState {
  const next = ENTITLEMENT_STATES.filter((to) => mayBecome(from, to));
  const to = next[choice % (next.length || 1)] ?? from;
  // The family's money lies with the successor, which begins at the beginning.
  return to === 'reissued' ? 'decreed' : to;
}

test('whatever moves are made, both identities stay at zero', () => {
  fc.assert(
    fc.property(families, (states) => {
      const statement = statementOf(states);
      expect(statement.firstDifferenceRupiah).toBe(0n);
      expect(statement.secondDifferenceRupiah).toBe(0n);
    }),
  );
});

test('a family that is lost between two counts shows as a difference of its money', () => {
  fc.assert(
    fc.property(
      families.filter((states) => states.length > 0),
      (states) => {
        const full = statementOf(states);
        const [lost, ...others] = states;
        const byState = Object.fromEntries(
          ENTITLEMENT_STATES.map((state) => [state, worth(others.filter((each) => each === state).length)]),
        );
        const posted = Object.fromEntries(
          ENTITLEMENT_STATES.map((state) => [state, worth(states.filter((each) => each === state).length)]),
        );
        const short = conservation({ allocated: full.allocated, byState, posted }, full.credited, full.unallocated);
        expect(short.firstDifferenceRupiah).toBe(BENEFIT);
        expect(short.firstDifferenceFamilies).toBe(1);
        expect(short.ledgerDifferences).toEqual([{ state: lost, ...worth(1) }]);
        expect(short.secondDifferenceRupiah).toBe(lost !== undefined && WERE_CREDITED.includes(lost) ? BENEFIT : 0n);
      },
    ),
  );
});

test('money that the bank credited twice shows in the second identity', () => {
  const once = statementOf(['transacted']);
  const byState = { transacted: worth(1) };
  const facts = { allocated: once.allocated, byState, posted: byState };
  expect(conservation(facts, worth(2), worth(QUOTA - 1)).secondDifferenceRupiah).toBe(BENEFIT);
});

test('a row that says what nobody posted shows, though every sum is right', () => {
  const facts = { allocated: worth(1), byState: { transacted: worth(1) }, posted: { returned: worth(1) } };
  const forged = conservation(facts, worth(1), worth(0));

  expect([forged.firstDifferenceRupiah, forged.secondDifferenceRupiah]).toEqual([0n, 0n]);
  expect(forged.ledgerDifferences).toEqual([
    { state: 'transacted', families: -1, amountRupiah: -BENEFIT },
    { state: 'returned', ...worth(1) },
  ]);
  expect(isExplained(forged)).toBe(false);
  expect(closureRefusals(forged, false, 0, 0)).toEqual(['CLOSURE_DIFFERENCE']);
});

test('the parts are told apart as auditors ask', () => {
  const states = ['decreed', 'ordered', 'unreconciled', 'failed', 'credited', 'transacted'] as const;
  const statement = statementOf([...states, 'not_transacted', 'held', 'returned', 'returned']);

  expect(statement.pending.families).toBe(3);
  expect(statement.notTransacted.families).toBe(4);
  expect(statement.held.families).toBe(3);
  expect(statement.returned.families).toBe(2);
  expect(statement.unallocated.families).toBe(QUOTA - 10);
});

test('a period at rest may be closed; anything open is named, the worst first', () => {
  expect(closureRefusals(statementOf(['transacted', 'failed', 'returned']), false, 0, 0)).toEqual([]);
  expect(closureRefusals(statementOf(['transacted']), true, 0, 0)).toEqual(['CLOSURE_DIFFERENCE']);
  const open = statementOf(['unreconciled', 'ordered', 'held']);
  expect(closureRefusals({ ...open, secondDifferenceRupiah: -1n }, false, 2, 3)).toEqual([
    'CLOSURE_DIFFERENCE',
    'CLOSURE_UNRECONCILED',
    'CLOSURE_PENDING',
    'CLOSURE_HELD',
    'CLOSURE_BREAKS',
    'CLOSURE_CASES',
  ]);
});

test.each(ENTITLEMENT_STATES)(
  'a period with a family that is %s is closed only when nothing more can happen to it',
  (state) => {
    const isAtRest = ['transacted', 'failed', 'returned'].includes(state);
    expect(closureRefusals(statementOf([state]), false, 0, 0).length === 0).toBe(isAtRest);
  },
);
