import fc from 'fast-check';
import { COMPARED_FIELDS, type ComparedRecord, compareRecords } from './compare-records.js';

const records: fc.Arbitrary<ComparedRecord> = fc.record(
  Object.fromEntries(COMPARED_FIELDS.map((field) => [field, fc.string({ maxLength: 12 })])),
  { requiredKeys: [] },
);

const nameLikeness = (fullName: string, other: string) => compareRecords({ fullName }, { fullName: other })[0];

test('it makes no difference which record comes first', () => {
  fc.assert(
    fc.property(records, records, (one, other) => {
      expect(compareRecords(one, other)).toEqual(compareRecords(other, one));
    }),
  );
});

test('a record is the same as itself, whatever its case and blanks', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/), (fullName) => {
      const [found] = compareRecords({ fullName }, { fullName: ` ${fullName.toUpperCase().replace(' ', '  ')}.` });
      expect(found).toEqual({ field: 'fullName', likeness: 'same', letters: 0 });
    }),
  );
});

test('a field that one of them does not have is not compared', () => {
  expect(compareRecords({ fullName: 'SITI', kk: '' }, { fullName: 'SITI', kk: '3275' })).toHaveLength(1);
});

test.each([
  ['SITI AMINAH', 'SITI AMINA', 'near', 1],
  ['MOCH YUSUF', 'MOCH JUSUP', 'near', 2],
  ["NU'MAN", 'NUMAN', 'same', 0],
  ['SITI AMINAH', 'DEWI LESTARI', 'different', undefined],
  ['ANI', 'ADI', 'different', 1],
])('%s and %s are %s', (one, other, likeness, letters) => {
  expect(nameLikeness(one, other)).toMatchObject({ likeness, ...(letters === undefined ? {} : { letters }) });
});

test('a number that differs by one digit is another number, with the digit counted', () => {
  expect(compareRecords({ kk: '3275010101800001' }, { kk: '3275010101800002' })).toEqual([
    { field: 'kk', likeness: 'different', letters: 1 },
  ]);
});
