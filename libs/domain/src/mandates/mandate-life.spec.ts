import fc from 'fast-check';
import {
  isLive,
  MANDATE_LIFE,
  MANDATE_MOVES,
  MANDATE_STATES,
  type MandateState,
  movesFrom,
  stateAfter,
  stateOfChain,
} from './mandate-life.js';

const ENDED: readonly MandateState[] = ['revoked', 'expired', 'returned', 'refused'];

/** Drawn by hand, so that a slip in the table shows. */
const DRAWN = [
  'granted accepted accepted',
  'granted refused refused',
  'granted revoked revoked',
  'granted expired expired',
  'accepted suspended suspended',
  'accepted revoked revoked',
  'accepted expired expired',
  'accepted returned returned',
  'suspended resumed accepted',
  'suspended revoked revoked',
  'suspended expired expired',
  'suspended returned returned',
];

test('the life of a mandate is as drawn, and nothing else happens', () => {
  const arrows = MANDATE_STATES.flatMap((state) =>
    MANDATE_MOVES.flatMap((move) => {
      const next = stateAfter(state, move);
      return next === undefined ? [] : [`${state} ${move} ${next}`];
    }),
  );
  expect(arrows.sort()).toEqual([...DRAWN].sort());
});

test.each(ENDED)('nothing follows %s', (state) => {
  expect(MANDATE_MOVES.filter((move) => stateAfter(state, move) !== undefined)).toEqual([]);
  expect(isLive(state)).toBe(false);
});

test('whatever is done in whatever order, an ended mandate stays ended', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MANDATE_MOVES)), (moves) => {
      const end = moves.reduce<{ state: MandateState; ended?: MandateState }>(
        ({ state, ended }, move) => {
          const next = stateAfter(state, move) ?? state;
          return { state: next, ...((ended ?? !isLive(next)) ? { ended: ended ?? next } : {}) };
        },
        { state: 'granted' },
      );
      expect(end.ended ?? end.state).toBe(end.state);
    }),
  );
});

test('the giver suspends, resumes and revokes; the receiver answers and gives back; both with a reason', () => {
  expect(movesFrom('granted', 'grantee')).toEqual(['accepted', 'refused']);
  expect(movesFrom('accepted', 'grantor')).toEqual(['suspended', 'revoked']);
  expect(movesFrom('suspended', 'grantor')).toEqual(['resumed', 'revoked']);
  expect(movesFrom('accepted', 'grantee')).toEqual(['returned']);
  expect(MANDATE_MOVES.filter((move) => !MANDATE_LIFE[move].needsReason)).toEqual(['accepted', 'expired']);
});

test('a chain is in force only while every step of it is; the one nearest the top says why not', () => {
  expect(stateOfChain([])).toBe('accepted');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MANDATE_STATES)), (chain) => {
      expect(stateOfChain(chain) === 'accepted').toBe(chain.every((state) => state === 'accepted'));
      expect(stateOfChain(['suspended', ...chain])).toBe('suspended');
    }),
  );
});
