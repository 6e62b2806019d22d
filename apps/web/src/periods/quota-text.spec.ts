import { quotaText, readQuotas } from './quota-text';

test('reads what offices paste', () => {
  expect(readQuotas('32.75\t75878\n\n32.73\t75.878\n').quotas).toEqual([
    { cityCode: '32.75', quotaFamilies: 75878 },
    { cityCode: '32.73', quotaFamilies: 75878 },
  ]);
});

test('names the lines it does not understand', () => {
  expect(readQuotas('32.75\t75878\nBekasi 12').badLines).toEqual([2]);
});

test('writes what it reads', () => {
  const quotas = [{ cityCode: '32.75', quotaFamilies: 2000 }];
  expect(readQuotas(quotaText(quotas)).quotas).toEqual(quotas);
});
