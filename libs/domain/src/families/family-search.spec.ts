import { familyCodeOf } from './family-code.js';
import { readFamilySearch } from './family-search.js';

test.each([
  [familyCodeOf('10000001').toLowerCase(), { by: 'code', familyId: '10000001' }],
  ['3275 0200 0000 0011', { by: 'number', number: '3275020000000011' }],
  ['’044-000-1111', { by: 'number', number: '0440001111' }],
  ['Hj. Siti Rahmah', { by: 'name', keys: ['RAHMA', 'SITI'] }],
])('%s', (typed, search) => {
  expect(readFamilySearch(typed)).toEqual(search);
});

test.each(['', ' ', 'A', '12345', '1'.repeat(21), 'K-1000-0001-00', 'Siti 3275', '???'])('%s is no search', (typed) => {
  expect(readFamilySearch(typed)).toBeUndefined();
});
