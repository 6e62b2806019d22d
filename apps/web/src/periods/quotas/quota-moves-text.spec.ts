import { readMoves, withMove } from './quota-moves-text';

const KNOWN = new Set(['32.75', '33.74']);

test.each([
  ['32.75\t+120', 120],
  ['32.75 120', 120],
  ['32.75;-80', -80],
  ['32.75\t− 1.200', -1200],
  ['32.75\t-1,200', -1200],
])('%s', (text, deltaFamilies) => {
  expect(readMoves(text, KNOWN)).toEqual({ moves: [{ cityCode: '32.75', deltaFamilies }], badLines: [] });
});

test.each([
  ['Bekasi 12', 'shape'],
  ['32.75\t0', 'number'],
  ['32.75\t1,5', 'number'],
  ['32.75\t--5', 'number'],
  ['32.75\t+99.000.000', 'tooMany'],
  ['99.99\t5', 'unknown'],
])('%s is named, not guessed', (text, fault) => {
  expect(readMoves(text, KNOWN)).toEqual({ moves: [], badLines: [{ line: 1, text, fault }] });
});

test('a city has one line, and a line that is put in takes the place of its own', () => {
  const text = '33.74\t+5\n32.75\t-3';
  expect(readMoves(`${text}\n\n32.75 1`, KNOWN).badLines).toEqual([{ line: 4, text: '32.75 1', fault: 'twice' }]);
  expect(withMove(text, { cityCode: '32.75', deltaFamilies: -9 })).toBe('33.74\t+5\n32.75\t-9');
  expect(withMove('', { cityCode: '32.75', deltaFamilies: 4 })).toBe('32.75\t+4');
});
