import fc from 'fast-check';
import { decisionsFor, DOUBT_DECISIONS, DOUBT_KINDS, type DoubtState, exclusionOf } from './doubt.js';

const doubts: fc.Arbitrary<DoubtState> = fc.record({
  kind: fc.constantFrom(...DOUBT_KINDS),
  decision: fc.constantFrom(null, ...DOUBT_DECISIONS),
  isSettled: fc.boolean(),
});

test('nobody is doubted: nobody is kept out', () => {
  expect(exclusionOf([])).toBeUndefined();
});

test('a family is let in only when two people have cleared each of its doubts', () => {
  fc.assert(
    fc.property(fc.array(doubts, { minLength: 1 }), (all) => {
      const isCleared = all.every(({ decision, isSettled }) => isSettled && decision === 'cleared');
      expect(exclusionOf(all) === undefined).toBe(isCleared);
    }),
  );
});

test('one more doubt never lets a family in', () => {
  fc.assert(
    fc.property(fc.array(doubts), doubts, (all, more) => {
      if (exclusionOf(all) !== undefined) expect(exclusionOf([...all, more])).toBeDefined();
    }),
  );
});

test('the order of doubts says nothing', () => {
  fc.assert(
    fc.property(fc.array(doubts), (all) => {
      expect(exclusionOf(all.toReversed())).toBe(exclusionOf(all));
    }),
  );
});

test('what one person proposed counts as open, and what two decided comes before it', () => {
  expect(exclusionOf([{ kind: 'identity', decision: 'cleared', isSettled: false }])).toBe('unresolved_identity');
  expect(exclusionOf([{ kind: 'identity', decision: 'excluded', isSettled: false }])).toBe('unresolved_identity');
  expect(exclusionOf([{ kind: 'identity', decision: 'excluded', isSettled: true }])).toBe('adjudicated_identity');
});

test('who was taken out before is let in by no answer at the desk, and unused aid is lost by none; every kind may wait', () => {
  for (const kind of DOUBT_KINDS) {
    expect(decisionsFor(kind).includes('cleared')).toBe(kind !== 'excluded');
    expect(decisionsFor(kind).includes('excluded')).toBe(kind !== 'unused');
    expect(decisionsFor(kind)).toContain('unresolved');
  }
});
