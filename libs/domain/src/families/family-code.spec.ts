import fc from 'fast-check';
import { familyCodeOf, readFamilyCode } from './family-code.js';

const family = fc.integer({ min: 10_000_001, max: 99_999_999 }).map(String);

test('a code is read back as the family it was made of, however it is typed', () => {
  fc.assert(
    fc.property(family, (id) => {
      const code = familyCodeOf(id);
      expect(readFamilyCode(code)).toBe(id);
      expect(readFamilyCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(id);
    }),
  );
});

test('one digit mistaken is no code', () => {
  fc.assert(
    fc.property(family, fc.nat(9), fc.integer({ min: 1, max: 9 }), (id, at, step) => {
      const digits = familyCodeOf(id).replace(/\D/g, '').split('');
      digits[at] = String((Number(digits[at]) + step) % 10);
      expect(readFamilyCode(`K${digits.join('')}`)).toBeUndefined();
    }),
  );
});

test('two neighbours swapped are no code', () => {
  fc.assert(
    fc.property(family, fc.nat(8), (id, at) => {
      const digits = familyCodeOf(id).replace(/\D/g, '').split('');
      const [left = '', right = ''] = [digits[at], digits[at + 1]];
      fc.pre(left !== right);
      digits.splice(at, 2, right, left);
      expect(readFamilyCode(`K${digits.join('')}`)).toBeUndefined();
    }),
  );
});

test.each(['', 'K', 'K-1000-0001', '1000000137', 'K-1000-0001-3', 'K-1000-0001-000', 'KPM-000001', '3275020000000001'])(
  '%s is no code',
  (text) => {
    expect(readFamilyCode(text)).toBeUndefined();
  },
);
