import { csvCell, csvOf } from './csv';

test('a cell never starts a formula', () => {
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('@cmd')).toBe("'@cmd");
  expect(csvCell('-400000')).toBe('-400000');
  expect(csvCell('-A1')).toBe("'-A1");
});

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvOf([['Kranji, "Barat"', 52]])).toBe('"Kranji, ""Barat""",52');
});
