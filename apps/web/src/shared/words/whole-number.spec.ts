import { wholeRupiah } from './whole-number';

test.each([
  ['Rp45.120.000.000.000', '45120000000000'],
  ['Rp. 1.000', '1000'],
  ['45120000000000', '45120000000000'],
  [' 1,000,000.00 ', '1000000'],
  ['Rp1.000,00', '1000'],
])('%j is %s rupiah', (text, digits) => {
  expect(wholeRupiah(text)).toBe(digits);
});

test.each(['', 'Rp', '0', '-5', '1.5', '1.00.000', '1.000,50', '45,12 triliun', '1e9'])(
  '%j is no whole amount, and never guessed',
  (text) => {
    expect(wholeRupiah(text)).toBeUndefined();
  },
);
