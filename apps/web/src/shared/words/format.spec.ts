import { formatIn, rupiah } from './format';

const id = formatIn('id');
const en = formatIn('en');

test('money reads as in the document, in every language', () => {
  expect(rupiah('200000')).toBe('Rp200.000');
  expect(rupiah('-400000')).toBe('−Rp400.000');
  expect(en.rupiah('30351200000')).toBe('Rp30.351.200.000');
});

test('charts say miliar and juta, never an initial', () => {
  expect(id.shortRupiah('30351200000')).toBe('Rp30,35 miliar');
  expect(en.shortRupiah('20800000')).toBe('Rp20.8 million');
  expect(id.shortRupiah('400000')).toBe('Rp400.000');
});

test('counts and shares follow the language', () => {
  expect(id.count(75878)).toBe('75.878');
  expect(en.count(75878)).toBe('75,878');
  expect(id.count(-400)).toBe('−400');
  expect(id.percent(946, 1000)).toBe('94,6 %');
  expect(en.percent(946, 1000)).toBe('94.6%');
});

test('dates and times are those of Jakarta', () => {
  expect(id.longDate('2023-04-06')).toBe('Kamis, 6 April 2023');
  expect(id.dateTime('2023-04-03T03:12:00Z')).toBe('3 April 2023, 10.12 WIB');
  expect(en.time('2023-04-03T18:05:00Z')).toBe('01:05 WIB');
  expect(id.months(['2023-03', '2023-04'])).toBe('Maret–April 2023');
});
