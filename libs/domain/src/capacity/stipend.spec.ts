import { demandMonthOver, monthDays, stipendLine } from './stipend.js';

const facts = { officerId: 'o', officer: 'Rini', placeCode: '32.75.01', place: 'Bekasi Timur', visits: 0 };
const rates = { monthRupiah: 700_000n, visitRupiah: 0n };

test.each([
  ['a whole month', 31, 0n, 0, '700000', '0', '700000'],
  ['a day of it, rounded down', 1, 0n, 0, '22580', '0', '22580'],
  ['nothing served and nothing visited', 0, 5_000n, 0, '0', '0', '0'],
  ['visits, where they are paid', 31, 5_000n, 12, '700000', '60000', '760000'],
])('%s', (_, servedDays, visitRupiah, visits, service, byVisits, total) => {
  expect(stipendLine({ ...facts, servedDays, visits }, { ...rates, visitRupiah }, 31)).toMatchObject({
    ...{ serviceRupiah: service, visitsRupiah: byVisits, totalRupiah: total },
  });
});

test('a month has its own days, in leap years too', () => {
  expect(monthDays('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29', days: 29 });
  expect(monthDays('2023-12')).toMatchObject({ last: '2023-12-31', days: 31 });
});

test('a month is stated when it is over, not on its last day', () => {
  expect(() => {
    demandMonthOver('2023-04', '2023-04-30');
  }).toThrow('not over');
  expect(() => {
    demandMonthOver('2023-04', '2023-05-01');
  }).not.toThrow();
});
