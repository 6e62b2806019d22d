import { BREAK_RULES } from '../distribution/break-type.js';
import { ENTITLEMENT_STATES, mayBecome } from '../money/entitlement-state.js';
import { breakOfDenial, bringsAbout, DEED_RESULTS, isAsAnswered } from './complaint-deed.js';
import { COMPLAINT_OUTCOMES } from './complaint-life.js';

test('only an answer that says yes sets anything going', () => {
  expect(COMPLAINT_OUTCOMES.filter(bringsAbout)).toEqual(['granted', 'partly']);
});

test('a family denies what was said to be paid, and nothing that is unsaid, refused or on its way back', () => {
  expect(ENTITLEMENT_STATES.filter((state) => breakOfDenial(state) !== undefined)).toEqual([
    ...['credited', 'transacted', 'not_transacted'],
  ]);
});

test('what people may decide about a denial is an explanation, or a state that the money may come to', () => {
  for (const state of ENTITLEMENT_STATES) {
    const type = breakOfDenial(state);
    if (type === undefined) continue;
    const { resolutions, matter, healsItself } = BREAK_RULES[type];
    // No file of the bank settles what a family says.
    expect([matter, healsItself]).toEqual(['family', false]);
    expect(resolutions).toContain('explained');
    const known: readonly string[] = resolutions;
    const moves = ENTITLEMENT_STATES.filter((to) => known.includes(to));
    if (state === 'transacted') expect(moves).toEqual([]);
    if (state === 'credited') for (const to of moves) expect(mayBecome(state, to)).toBe(true);
  }
});

test('an answer came true when the record was changed or the money did not arrive', () => {
  expect(DEED_RESULTS.filter(isAsAnswered)).toEqual(['confirmed', 'failed', 'not_transacted']);
});
