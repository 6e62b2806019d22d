import { demandAssignedDays, isPlaceOfAssignment } from './assignment-letter.js';

const TODAY = '2023-05-02';
const codeOf = (validFrom: string, validTo: string): string | undefined => {
  try {
    demandAssignedDays({ validFrom, validTo }, TODAY, 31);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ['2023-05-02', '2023-05-02', undefined],
  ['2023-05-02', '2023-06-01', undefined],
  ['2023-05-02', '2023-06-02', 'ASSIGNMENT_DAYS'],
  ['2023-05-01', '2023-05-10', 'ASSIGNMENT_DAYS'],
  ['2023-05-10', '2023-05-09', 'ASSIGNMENT_DAYS'],
])('from %s to %s: %s', (from, to, code) => {
  expect(codeOf(from, to)).toBe(code);
});

test('nobody is sent to a whole city', () => {
  expect(['32.75', '32.75.02', '32.75.02.1001'].map(isPlaceOfAssignment)).toEqual([false, true, true]);
});
