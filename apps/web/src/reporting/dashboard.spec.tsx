import { screen, within } from '@testing-library/react';
import type { Dashboard } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { aCity as city, figuresOf, measure, PERIOD } from '../shared/testing/a-dashboard';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { sortParts } from './dashboard-order';
import { DashboardSheet } from './dashboard-page';

beforeAll(() => bringWords('reporting'));

const show = (dashboard: Dashboard, powers = ['money:read', 'follow-up:read']) => {
  anApi(() => good({ officerId: PERIOD, fullName: 'Ani', powers, appointments: [] }));
  return openPage(<DashboardSheet dashboard={dashboard} periodId={PERIOD} sort="worst" isLive />);
};
const addressOf = (link: HTMLElement): URL => new URL(link.getAttribute('href') ?? '', 'http://a');

test('it says in words that the parts and nothing else are what was allocated', async () => {
  await show(city);
  expect(await screen.findByRole('heading', { level: 1, name: 'Dasbor Kota Bekasi' })).toBeDefined();
  expect(screen.getByText(/210 KPM dialokasikan = 140 sudah transaksi \+ 60 tidak transaksi/)).toBeDefined();
});

test('a remainder is a difference that cannot be missed', async () => {
  await show({ ...city, figures: { ...city.figures, remainder: measure(2) } });
  expect(await screen.findByText(/selisih 2 keluarga, Rp800\.000/)).toBeDefined();
});

test('the part that is furthest behind is first, opens its own page, and its numbers their families', async () => {
  await show(city);
  const table = await screen.findByRole('table', { name: 'Mana yang paling tertinggal?' });
  const [, first, second, third] = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(first).toMatch(/Bekasi Barat.*55,0 %/);
  expect(second).toMatch(/Bekasi Timur.*5,0 %/);
  expect(third).toMatch(/Bekasi Utara.*Belum masuk rekening/);
  const place = addressOf(within(table).getByRole('link', { name: 'Bekasi Barat' }));
  expect([place.pathname, place.searchParams.get('territory')]).toEqual([`/periods/${PERIOD}/dashboard`, '32.75.02']);
  const families = addressOf(within(table).getByRole('link', { name: '55' }));
  expect(families.searchParams.get('territoryCode')).toBe('32.75.02');
  expect(families.searchParams.get('states')).toBe('not_transacted,held,returned');
});

test('open follow-ups, breaks and reasons open what they count, and nothing else', async () => {
  await show(city);
  const way = await screen.findByRole('table', { name: 'Sampai di mana bantuannya' });
  const searchOf = (row: HTMLElement, name: string) =>
    // The router of the app leaves codes bare; that of a test puts what could be a number in quotes.
    Object.fromEntries(
      [...addressOf(within(row).getByRole('link', { name })).searchParams].map(([key, value]) => [
        key,
        value.replaceAll('"', ''),
      ]),
    );
  expect(searchOf(way, '2')).toEqual({ territoryCode: '32.75', state: 'open' });
  expect(searchOf(screen.getByRole('row', { name: /^Belum dikunjungi/ }), '45')).toEqual({
    ...{ territoryCode: '32.75', reason: 'not_visited', state: 'open' },
  });
  const ranked = screen.getByRole('table', { name: 'Mana yang paling tertinggal?' });
  expect(searchOf(within(ranked).getByRole('row', { name: /^Bekasi Barat/ }), '3')).toEqual({
    ...{ territoryCode: '32.75.02', state: 'open' },
  });
});

test('who does not follow up reads the number of follow-ups without a way to them', async () => {
  await show(city, ['money:read']);
  const row = await screen.findByRole('row', { name: /^Belum dikunjungi/ });
  expect(within(row).queryByRole('link')).toBeNull();
});

test('parts may be sorted by code, allocation and follow-ups', () => {
  const codes = (sort: 'place' | 'allocated' | 'cases') => sortParts(city.parts, sort).map((one) => one.territoryCode);
  expect(codes('place')).toEqual(['32.75.01', '32.75.02', '32.75.03']);
  expect(codes('allocated')[2]).toBe('32.75.03');
  expect(codes('cases')).toEqual(['32.75.01', '32.75.02', '32.75.03']);
});

test('reasons, change and time stand as figures too', async () => {
  await show(city);
  expect(await screen.findByRole('row', { name: /Belum dikunjungi.*75,0 %.*45.*Rp18\.000\.000/ })).toBeDefined();
  const change = screen.getByRole('table', { name: 'Apa yang berubah?' });
  expect(within(change).getByRole('row', { name: /Kota Bekasi.*50,0 %.*66,7 %.*\+16,7 poin/ })).toBeDefined();
  expect(within(change).getByRole('row', { name: /Bekasi Timur.*80,0 %.*95,0 %.*\+15 poin/ })).toBeDefined();
  expect(screen.getByText('Tinggal 60 KPM dan 90 hari: 1 KPM sehari.')).toBeDefined();
});

test('territories above are a trail; one that is not the reader’s is only named', async () => {
  await show(city);
  const trail = await screen.findByRole('navigation', { name: 'Wilayah di atasnya' });
  expect(within(trail).queryByRole('link', { name: 'Indonesia' })).toBeNull();
  expect(within(trail).getByRole('link', { name: 'Jawa Barat' })).toBeDefined();
});

test('a kelurahan before anything was allocated says so, and has no parts', async () => {
  const empty: Dashboard = {
    ...{ ...city, territoryCode: '32.75.02.1002', name: 'Kranji', partsAre: null, parts: [], reasons: [], unused: [] },
    ...{ figures: figuresOf(0, 0), openCases: 0, openBreaks: 0, deadlines: null, before: null },
  };
  await show(empty);
  expect(await screen.findByText(/Belum ada alokasi di wilayah ini/)).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'Mana yang paling tertinggal?' })).toBeNull();
  expect(screen.getByText('Belum ada periode sebelumnya dari program ini.')).toBeDefined();
  expect(screen.getByText('Tidak ada tindak lanjut yang terbuka.')).toBeDefined();
});
