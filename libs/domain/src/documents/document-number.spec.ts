import { documentNumber } from './document-number.js';

test.each([
  ['{number}/SK-KPM/{year}', '12/SK-KPM/2023'],
  ['{number:5}/SPM/{month:roman}/{year}', '00012/SPM/IV/2023'],
  ['460/{number}/Dinsos.{month}/{year}', '460/12/Dinsos.04/2023'],
])('%s gives %s', (pattern, number) => {
  expect(documentNumber(pattern, { number: 12, date: '2023-04-03' })).toBe(number);
});

test.each(['SK/{year}', '{number}/SK', '{number}/{unit}/{year}', ''])(
  '%s is no pattern: it could repeat, or says nothing',
  (pattern) => {
    expect(() => documentNumber(pattern, { number: 1, date: '2023-04-03' })).toThrow('pattern');
  },
);

test('two numbers of a year are never written alike', () => {
  const written = Array.from({ length: 1200 }, (_, index) =>
    documentNumber('{number:3}/SPM/{year}', { number: index + 1, date: '2023-04-03' }),
  );
  expect(new Set(written).size).toBe(1200);
});
