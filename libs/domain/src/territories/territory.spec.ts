import { covers, levelOf, territoryAt } from './territory.js';

test.each([
  ['ID', 'nation'],
  ['32', 'province'],
  ['32.75', 'city'],
  ['32.75.02', 'kecamatan'],
  ['32.75.02.1001', 'kelurahan'],
])('%s is a %s', (code, level) => {
  expect(levelOf(code)).toBe(level);
});

test.each(['', '3275', '32.7', '32.75.02.10', 'bekasi', '32.75.AA'])('refuses %p', (code) => {
  expect(() => levelOf(code)).toThrow(expect.objectContaining({ code: 'TERRITORY_CODE' }));
});

test('a scope covers itself and what is below, never a neighbour that shares a prefix', () => {
  expect(covers('32.75', '32.75')).toBe(true);
  expect(covers('32.75', '32.75.02.1001')).toBe(true);
  expect(covers('ID', '32.75')).toBe(true);
  expect(covers('32.7', '32.75')).toBe(false);
  expect(covers('32.75.02', '32.75')).toBe(false);
});

test('finds the city of a kelurahan, and refuses to invent a level below', () => {
  expect(territoryAt('32.75.02.1001', 'city')).toBe('32.75');
  expect(() => territoryAt('32.75', 'kelurahan')).toThrow(expect.objectContaining({ code: 'TERRITORY_CODE' }));
});
