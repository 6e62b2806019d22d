import { duration } from './say.js';

it.each([
  [0, '0.0 s'],
  [430, '0.4 s'],
  [12_400, '12 s'],
  [89_000, '89 s'],
  [200_000, '3 min 20 s'],
])('%d ms reads %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
