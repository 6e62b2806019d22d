import { FINDING_CODES, FINDINGS } from './finding.js';

test('the four faults that audits keep apart all occur', () => {
  const faults = FINDING_CODES.map((code) => FINDINGS[code].fault);
  expect([...new Set(faults)].sort()).toEqual(['bank', 'central', 'data', 'family']);
});

test('an empty account is never the family’s fault and never costs it the money', () => {
  expect(FINDINGS.balance_zero).toMatchObject({ fault: 'central', suggests: 'keeps_money' });
});

test.each([
  'not_found',
  'moved_away',
  'deceased_without_heir',
  'no_longer_poor',
  'refused',
  'card_not_received',
] as const)('nobody is there to use the money: %s suggests to return it', (code) => {
  expect(FINDINGS[code].suggests).toBe('returns_money');
});

test('what bank or centre did wrong suggests that the family keeps its money, but where no card was ever handed over', () => {
  const theirs = FINDING_CODES.filter((code) => ['bank', 'central'].includes(FINDINGS[code].fault));
  const returning = theirs.filter((code) => FINDINGS[code].suggests === 'returns_money');
  expect(returning).toEqual(['card_not_received']);
});
