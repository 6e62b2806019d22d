import fc from 'fast-check';
import { type FamilyChangeField, isSameValue, isWholeValue, putRight, valueOf } from './family-change.js';

const PERSON = { nik: '3275020000000011', fullName: 'SITI RAHMA', address: 'JL. MAWAR 1', rt: '001', rw: '002' };
const NAME = { before: { fullName: 'Siti  Rahma' }, after: { fullName: 'Siti Rahmah' } };

test('a later list that still says what it said is put right', () => {
  expect(putRight(PERSON, 'name', NAME)).toEqual({ ...PERSON, fullName: 'Siti Rahmah' });
  const moved = { before: valueOf('address', PERSON), after: { address: 'Jl. Melati 2', rt: '005', rw: '001' } };
  expect(putRight(PERSON, 'address', moved)).toEqual({ ...PERSON, address: 'Jl. Melati 2', rt: '005', rw: '001' });
});

test('a list that says anything else is newer, and stands', () => {
  expect(putRight({ ...PERSON, fullName: 'SITI RACHMA' }, 'name', NAME)).toBeUndefined();
  expect(putRight({ ...PERSON, fullName: 'SITI RAHMAH' }, 'name', NAME)).toBeUndefined();
});

test('neither a phone nor a head changes a row', () => {
  expect(putRight(PERSON, 'phone', { before: { phone: '' }, after: { phone: '081234567890' } })).toBeUndefined();
  const head = { before: valueOf('head', PERSON), after: { nik: '3275020000000099', fullName: 'BUDI' } };
  expect(putRight(PERSON, 'head', head)).toBeUndefined();
});

test('what is put right once is not put right again', () => {
  const word = fc.stringMatching(/^[A-Z]{1,8}$/);
  fc.assert(
    fc.property(word, word, word, (said, before, after) => {
      const content = { before: { fullName: before }, after: { fullName: after } };
      const once = putRight({ fullName: said }, 'name', content) ?? { fullName: said };
      expect(putRight(once, 'name', content)).toBeUndefined();
      expect(once.fullName === said || isSameValue('name', once, content.after)).toBe(true);
    }),
  );
});

test.each<[FamilyChangeField, Parameters<typeof isWholeValue>[1], boolean]>([
  ['name', { fullName: 'Siti' }, true],
  ['name', { fullName: ' ' }, false],
  ['address', { address: 'Jl. Mawar', rt: '001', rw: '002' }, true],
  ['address', { address: 'Jl. Mawar', rt: '', rw: '002' }, false],
  ['phone', { phone: '0812-3456-7890' }, true],
  ['phone', { phone: '12345' }, false],
  ['head', { nik: '3275020000000099', fullName: 'Budi' }, true],
  ['head', { nik: '327502', fullName: 'Budi' }, false],
])('%s %j is whole: %s', (field, value, isWhole) => {
  expect(isWholeValue(field, value)).toBe(isWhole);
});

test('a re-entry says one thing, and changes no row', () => {
  expect(isWholeValue('reentry', { standing: 'listed' })).toBe(true);
  expect(isWholeValue('reentry', { standing: 'excluded' })).toBe(false);
  expect(isWholeValue('reentry', {})).toBe(false);
  const content = { before: { standing: 'excluded' }, after: { standing: 'listed' } } as const;
  expect(putRight(PERSON, 'reentry', content)).toBeUndefined();
});
