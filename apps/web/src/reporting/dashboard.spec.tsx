import { screen, within } from '@testing-library/react';
import type { Dashboard, DashboardPart } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { sortParts } from './dashboard-order';
import { DashboardSheet } from './dashboard-page';

beforeAll(() => bringWords('reporting'));

const PERIOD = '6f1c2b1e-0000-4000-8000-000000000001';
const BEFORE = '6f1c2b1e-0000-4000-8000-000000000002';
const measure = (families: number) => ({ families, amountRupiah: String(families * 400_000) });

const figuresOf = (transacted: number, notTransacted: number, unallocated = 0): DashboardPart['figures'] => ({
  ...{ allocated: measure(transacted + notTransacted + unallocated), ordered: measure(transacted + notTransacted) },
  ...{ credited: measure(transacted + notTransacted), transacted: measure(transacted) },
  ...{ notTransacted: measure(notTransacted), pending: measure(0), failed: measure(0), unreconciled: measure(0) },
  ...{ unallocated: measure(unallocated), returned: measure(0), remainder: measure(0) },
});
const part = (territoryCode: string, name: string, figures: DashboardPart['figures']): DashboardPart => ({
  ...{ territoryCode, name, figures, openCases: 3, openBreaks: 0, before: null },
});

const city: Dashboard = {
  ...{ at: '2023-04-03T02:00:00Z', months: ['2023-03', '2023-04'], territoryCode: '32.75', name: 'Kota Bekasi' },
  trail: [
    { territoryCode: 'ID', name: 'Indonesia', isReaders: false },
    { territoryCode: '32', name: 'Jawa Barat', isReaders: true },
    { territoryCode: '32.75', name: 'Kota Bekasi', isReaders: true },
  ],
  ...{ figures: figuresOf(140, 60, 10), openCases: 60, openBreaks: 2, partsAre: 'kecamatan' },
  parts: [
    { ...part('32.75.01', 'Bekasi Timur', figuresOf(95, 5)), before: figuresOf(80, 20) },
    part('32.75.02', 'Bekasi Barat', figuresOf(45, 55)),
    part('32.75.03', 'Bekasi Utara', figuresOf(0, 0)),
  ],
  reasons: [
    { reason: 'not_visited', families: 45, amountRupiah: '18000000' },
    { reason: 'card_lost', families: 15, amountRupiah: '6000000' },
  ],
  unused: [
    { on: '2023-03-20', ...measure(200) },
    { on: '2023-04-01', ...measure(60) },
  ],
  deadlines: { first: '2023-06-25', last: '2023-07-02' },
  before: { periodId: BEFORE, months: ['2023-01', '2023-02'], figures: figuresOf(100, 100) },
};

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
