import { defaultStringifySearch } from '@tanstack/react-router';
import { parseSearch } from './address';

test.each([
  ['?territory=32.75', { territory: '32.75' }],
  ['?territory=32.70', { territory: '32.70' }],
  ['?territory=32.75.02.1001&text=Kranji', { territory: '32.75.02.1001', text: 'Kranji' }],
  ['?isLate=true&over=3', { isLate: true, over: 3 }],
])('an address that somebody typed is read as it is written: %s', (address, read) => {
  expect(parseSearch(address)).toEqual(read);
  expect(parseSearch(defaultStringifySearch(read))).toEqual(read);
});

test('an address of ours, with its code in quotation marks, opens the same', () => {
  expect(parseSearch('?territory=%2232.75%22')).toEqual({ territory: '32.75' });
});

test('what reads as something else is kept apart from it', () => {
  const search = { text: 'true', periodId: '32', territory: 'ID' };
  expect(parseSearch(defaultStringifySearch(search))).toEqual(search);
});
