import { ACCOUNT_NUMBER } from '../families/account-number.js';
import { REPAIR_ACTIONS, repairActions } from './payment-repair.js';

test.each(['AC01', 'AC03', 'AC04', 'MD07'])(
  '%s: the account or its holder is gone, so the same instruction is not sent again',
  (reason) => {
    expect(repairActions(reason)).toEqual(['new_account', 'give_up']);
  },
);

test.each(['AC06', 'BE01', 'unheard-of', null])('%s: may be right by now', (reason) => {
  expect(repairActions(reason)).toEqual([...REPAIR_ACTIONS]);
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
