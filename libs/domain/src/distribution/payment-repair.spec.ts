import { ACCOUNT_NUMBER } from '../families/account-number.js';
import { REPAIR_ACTIONS, repairActions } from './payment-repair.js';

const byCard = { channel: 'card', hasPost: true } as const;

test.each(['AC01', 'AC03', 'AC04', 'AG03'])('%s: it is gone, so the same instruction is not sent again', (reason) => {
  expect(repairActions({ ...byCard, reason })).toEqual(['new_account', 'by_post', 'give_up']);
});

test('MD07: the dead fetch nothing at the post office', () => {
  expect(repairActions({ ...byCard, reason: 'MD07' })).toEqual(['new_account', 'give_up']);
});

test.each(['AC06', 'BE01', 'unheard-of', null])('%s: may be right by now', (reason) => {
  expect(repairActions({ ...byCard, reason })).toEqual([...REPAIR_ACTIONS]);
});

test.each([
  ['no post office pays in the city', { channel: 'card', hasPost: false }],
  ['it was at the post office that it failed', { channel: 'post', hasPost: true }],
] as const)('the post office is not offered where %s', (_, through) => {
  expect(repairActions({ ...through, reason: 'BE01' })).toEqual(['send_again', 'new_account', 'give_up']);
});

test.each([
  ['0123456789', true],
  ['1234567890123456', true],
  ['123456789', false],
  ['12345678901234567', false],
  ['12345 67890', false],
  ['1.23E+10', false],
])('account number %s: %s', (text, isOne) => {
  expect(ACCOUNT_NUMBER.test(text)).toBe(isOne);
});
