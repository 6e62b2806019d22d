import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { PersonVault, type PersonalData } from './person-vault.js';

const keys = { dataKey: randomBytes(32), indexKey: randomBytes(32) };
const vault = new PersonVault(keys);
const person: fc.Arbitrary<PersonalData> = fc.record({
  nik: fc.string(),
  kk: fc.string(),
  fullName: fc.string(),
  birthPlace: fc.string(),
  birthDate: fc.string(),
  motherName: fc.string(),
  address: fc.string({ unit: 'grapheme' }),
  rt: fc.string(),
  rw: fc.string(),
  accountNumber: fc.string(),
});

test('what is sealed opens to the same person, and never looks the same twice', () => {
  fc.assert(
    fc.property(person, (someone) => {
      const sealed = vault.seal(someone);
      expect(vault.open(sealed)).toEqual(someone);
      expect(vault.seal(someone).equals(sealed)).toBe(false);
    }),
  );
});

test('an altered byte or another key is refused', () => {
  const [someone] = fc.sample(person, 1);
  if (someone === undefined) throw new Error('fast-check makes a person');
  const sealed = vault.seal(someone);
  const altered = Buffer.from(sealed);
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1;
  const refusal = expect.objectContaining({ code: 'PERSON_UNREADABLE' });
  expect(() => vault.open(altered)).toThrow(refusal);
  expect(() => new PersonVault({ ...keys, dataKey: randomBytes(32) }).open(sealed)).toThrow(refusal);
  expect(() => new PersonVault(keys, 'pkh').open(sealed)).toThrow(refusal);
});

test('the search hash is stable, keyed and separate per programme', () => {
  expect(vault.indexOf('3275').equals(vault.indexOf('3275'))).toBe(true);
  expect(vault.indexOf('3275').equals(new PersonVault({ ...keys, indexKey: randomBytes(32) }).indexOf('3275'))).toBe(
    false,
  );
  expect(vault.indexOf('3275').equals(new PersonVault(keys, 'pkh').indexOf('3275'))).toBe(false);
});
