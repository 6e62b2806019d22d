import fc from 'fast-check';
import { nameKeys } from './name-keys.js';

test.each([
  ['Moch. Yusuf', 'MUHAMMAD YUSUP'],
  ['Soekarno Poetra', 'Sukarno Putra'],
  ['Siti Khotimah', 'SITI HOTIMA'],
  ['Fitri Handayani', 'Vitri  Handayani'],
  ['Hj. Nur’aini', 'NURAINI'],
  ['Djoko Tjahjono', 'Joko Cahjono'],
  ['Rachmat bin Abd. Rahman', 'RAHMAT ABDUL RAHMAN'],
  ['Zulkifli', 'Julkipli'],
])('%s and %s are one name', (one, other) => {
  expect(nameKeys(one)).toEqual(nameKeys(other));
});

test.each([
  ['Siti Aminah', 'Siti Maryam'],
  ['Budi', 'Budiman'],
  ['Ani', 'Ina'],
])('%s and %s are not', (one, other) => {
  expect(nameKeys(one)).not.toEqual(nameKeys(other));
});

test('neither the order of words, nor case, nor titles matter', () => {
  const words = fc.array(fc.constantFrom('SITI', 'RAHMAT', 'WAHYU', 'NINGSIH', 'PUTRA'), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(words, (name) => {
      const keys = nameKeys(name.join(' '));
      expect(nameKeys(`Drs. ${[...name].reverse().join(' ').toLowerCase()}, SE`)).toEqual(keys);
    }),
  );
});

test('whatever is typed gives words of letters, each once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const keys = nameKeys(typed);
      expect(keys.every((key) => /^[A-Z]{2,}$/.test(key))).toBe(true);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('a name of titles alone is its titles', () => {
  expect(nameKeys('Haji')).toEqual(['HAJI']);
});
