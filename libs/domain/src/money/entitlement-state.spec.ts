import { ENTITLEMENT_STATES, type EntitlementState, mayBecome, statesBefore } from './entitlement-state.js';

const MOVES: readonly (readonly [EntitlementState, EntitlementState])[] = [
  ['decreed', 'ordered'],
  ['ordered', 'unreconciled'],
  ['ordered', 'failed'],
  ['ordered', 'credited'],
  ['unreconciled', 'ordered'],
  ['unreconciled', 'failed'],
  ['unreconciled', 'credited'],
  ['failed', 'ordered'],
  ['failed', 'credited'],
  ['failed', 'reissued'],
  ['credited', 'failed'],
  ['credited', 'transacted'],
  ['credited', 'not_transacted'],
  ['not_transacted', 'transacted'],
  ['not_transacted', 'held'],
  ['not_transacted', 'failed'],
  ['held', 'transacted'],
  ['held', 'returned'],
  ['held', 'not_transacted'],
];

test.each(ENTITLEMENT_STATES.flatMap((from) => ENTITLEMENT_STATES.map((to) => ({ from, to }))))(
  '$from becomes $to only where the process has that step',
  ({ from, to }) => {
    expect(mayBecome(from, to)).toBe(MOVES.some(([before, after]) => before === from && after === to));
  },
);

test('the states before a state are exactly those that may become it', () => {
  for (const to of ENTITLEMENT_STATES) {
    expect(statesBefore(to)).toEqual(ENTITLEMENT_STATES.filter((from) => mayBecome(from, to)));
  }
});

test('money that was used or returned moves no more, and what was reissued holds none', () => {
  for (const final of ['transacted', 'returned', 'reissued'] as const) {
    expect(ENTITLEMENT_STATES.filter((to) => mayBecome(final, to))).toEqual([]);
  }
});

test('every state is reached from the decree', () => {
  const reached = new Set<EntitlementState>(['decreed']);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const to of ENTITLEMENT_STATES) if (statesBefore(to).some((from) => reached.has(from))) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...ENTITLEMENT_STATES].sort());
});
