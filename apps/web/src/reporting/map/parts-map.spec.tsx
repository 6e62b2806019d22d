import { act, fireEvent, screen, within } from '@testing-library/react';
import type { Dashboard } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { aCity, PERIOD } from '../../shared/testing/a-dashboard';
import { anApi, good, refusal } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import type { PartSort } from '../dashboard-order';
import { PartsRanking } from '../parts-ranking';

beforeAll(() => bringWords('reporting', 'money'));

const square = (territoryCode: string, name: string, right: number) => {
  const [west, east] = [107 + right / 10, 107.1 + right / 10];
  const ring = [
    [west, -6.2],
    [east, -6.2],
    [east, -6.1],
    [west, -6.1],
    [west, -6.2],
  ];
  return { territoryCode, name, polygons: [[ring]] };
};
const OUTLINES = [
  square('32.75.01', 'Bekasi Timur', 0),
  square('32.75.02', 'Bekasi Barat', 1),
  square('32.75.09', 'Tanpa Alokasi', 2),
];

const show = (parts: unknown = OUTLINES, sort: PartSort = 'worst', dashboard: Dashboard = aCity) => {
  const me = { officerId: PERIOD, fullName: 'Ani', powers: ['money:read'], appointments: [] };
  anApi(({ path }) => {
    if (!path.endsWith('/outlines')) return good(me);
    return parts instanceof Response ? parts : good({ territoryCode: '32.75', parts });
  });
  return openPage(<PartsRanking dashboard={dashboard} periodId={PERIOD} sort={sort} />);
};
const theMap = () => screen.findByRole('group', { name: 'Peta Kota Bekasi per wilayah' });
const rowOf = (name: RegExp) => screen.getByRole('row', { name });

test('the map has a name, says where its table is, and each place its figure; what is no part is only drawn', async () => {
  await show();
  const map = await theMap();
  expect(document.getElementById(map.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/ada di tabel/);
  const links = within(map).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
    'Bekasi Timur: 5,0 % dari 100 KPM belum bertransaksi',
    'Bekasi Barat: 55,0 % dari 100 KPM belum bertransaksi',
  ]);
  expect(links.map((link) => link.querySelector('path')?.getAttribute('class'))).toEqual([
    'map-shape map-class-2',
    'map-shape map-class-4',
  ]);
  expect(screen.getByText(/tidak digambar: Bekasi Utara\./)).toBeDefined();
});

test('the legend counts the places of each class and of those without data', async () => {
  await show();
  await theMap();
  const lines = within(screen.getByRole('list', { name: 'Arti warna' })).getAllByRole('listitem');
  expect(lines.map((line) => line.textContent.trim())).toEqual([
    'di bawah 2 %: 0 wilayah',
    '2 % sampai di bawah 5 %: 0 wilayah',
    '5 % sampai di bawah 10 %: 1 wilayah',
    '10 % sampai di bawah 25 %: 0 wilayah',
    '25 % ke atas: 1 wilayah',
    'belum ada data: 1 wilayah',
  ]);
});

test('what is pointed at or has the focus on the map is marked in the table, and the other way round', async () => {
  const user = await show();
  const map = await theMap();
  await user.hover(within(map).getByRole('link', { name: /^Bekasi Barat/ }));
  expect(rowOf(/^Bekasi Barat/).dataset['active']).toBe('true');
  expect(screen.getByText('Bekasi Barat: 55,0 % dari 100 KPM belum bertransaksi')).toBeDefined();
  await user.hover(rowOf(/^Bekasi Timur/));
  expect(rowOf(/^Bekasi Barat/).dataset['active']).toBeUndefined();
  expect(screen.getByText('Bekasi Timur: 5,0 % dari 100 KPM belum bertransaksi')).toBeDefined();
  expect(map.querySelectorAll('.map-chosen')).toHaveLength(1);
});

test('the map is one stop of the keyboard, and arrows go to a neighbour that is a part', async () => {
  await show();
  const map = await theMap();
  const [east, west] = within(map).getAllByRole('link');
  expect([east, west].map((link) => link?.getAttribute('tabindex'))).toEqual(['0', '-1']);
  act(() => {
    east?.focus();
  });
  fireEvent.keyDown(document.activeElement ?? map, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(west);
  expect(rowOf(/^Bekasi Barat/).dataset['active']).toBe('true');
  expect(west?.getAttribute('tabindex')).toBe('0');
  fireEvent.keyDown(document.activeElement ?? map, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(west);
});

test('a place opens as its row does, with the sorting', async () => {
  await show(OUTLINES, 'cases');
  const link = within(await theMap()).getByRole('link', { name: /^Bekasi Barat: tindak lanjut terbuka 3,0 %/ });
  const addressOf = (one: Element) => new URL(one.getAttribute('href') ?? '', 'http://a').href;
  expect(addressOf(link)).toBe(addressOf(screen.getByRole('link', { name: 'Bekasi Barat' })));
  expect(addressOf(link)).toContain('sort=cases');
});

test.each([
  ['Peta belum ada di sini: batas wilayahnya belum dimuat.', []],
  ['Peta belum ada di sini: batas wilayahnya belum dimuat.', OUTLINES.slice(0, 1)],
  ['Peta tidak dapat dimuat. Angkanya ada di tabel.', refusal(404, 'TERRITORY_UNKNOWN', 'Wilayah tidak ada')],
])('where there is no map one line says so beside the table: %s', async (line, answer) => {
  await show(answer);
  expect(await screen.findByText(line)).toBeDefined();
  expect(screen.queryByRole('group', { name: /^Peta/ })).toBeNull();
  expect(screen.getByRole('table', { name: 'Mana yang paling tertinggal?' })).toBeDefined();
});
