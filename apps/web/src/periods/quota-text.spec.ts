import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotaText, readQuotas } from './quota-text';

const families = (number: string): number | undefined => readQuotas(`32.75\t${number}`).quotas[0]?.quotaFamilies;

test('reads what offices paste, each line to the family or not at all', () => {
  const pasted = readFileSync(join(import.meta.dirname, 'quota-pastes.fixture.txt'), 'utf8')
    .trim()
    .split('\n');
  const read = pasted.map((line) => readQuotas(line).quotas[0]?.quotaFamilies ?? readQuotas(line).badLines[0]?.fault);
  expect(Object.fromEntries(pasted.map((line, index) => [line, read[index]]))).toEqual({
    '32.75\t75.878,00': 75_878,
    '32.75\t75878.0': 75_878,
    '32.75\t75.878': 75_878,
    '32.75\t75,878': 75_878,
    '32.75\t1,5': 'number',
    '32.75\t75 878': 75_878,
    '32.75;75.878': 75_878,
    '32.75\t7.5878': 'number',
    '32.75\t-75': 'number',
  });
});

test.each([
  ['75,878.00', 75_878],
  ['1.234.567', 1_234_567],
  ['1.234.567,0', 1_234_567],
  ['75\u00a0878', 75_878],
  ['2000', 2000],
  ['75.000', 75_000],
  ['75,00', 75],
  ['20.000.000', 20_000_000],
])('%s is %i families', (number, expected) => {
  expect(families(number)).toBe(expected);
});

test.each([
  '75.878,50',
  '75.878.00',
  '75.878,000',
  '75878.000',
  '1.23',
  '1.2345.678',
  '1,234.567.890',
  '75.8780',
  '0',
  '0,00',
  '0.750',
  '007',
  '75%',
  'Rp75',
  '7,5878e4',
  '',
])('%j is no number of families', (number) => {
  expect(families(number)).toBeUndefined();
});

test('every line it does not understand is named, with its fault', () => {
  const text = '32.75\t75.878\nBekasi 12\n\n32.73\t1,5\r\n32.75\t9\n32.74\t20.000.001';
  expect(readQuotas(text)).toEqual({
    quotas: [{ cityCode: '32.75', quotaFamilies: 75_878 }],
    badLines: [
      { line: 2, text: 'Bekasi 12', fault: 'shape' },
      { line: 4, text: '32.73\t1,5', fault: 'number' },
      { line: 5, text: '32.75\t9', fault: 'twice' },
      { line: 6, text: '32.74\t20.000.001', fault: 'tooMany' },
    ],
  });
});

test('writes what it reads', () => {
  const quotas = [{ cityCode: '32.75', quotaFamilies: 2000 }];
  expect(readQuotas(quotaText(quotas)).quotas).toEqual(quotas);
});
