import { monthsInWords } from './months-in-words.js';

test.each([
  [['2023-03', '2023-04'], 'Maret–April 2023'],
  [['2023-12', '2024-01'], 'Desember 2023–Januari 2024'],
  [['2023-05'], 'Mei 2023'],
  [[], ''],
])('%p reads %s', (months, words) => {
  expect(monthsInWords(months)).toBe(words);
});
