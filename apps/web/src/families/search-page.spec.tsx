import { screen, within } from '@testing-library/react';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { SearchPage } from './search-page';

const NIK = '3275020000000011';
const ME = { officerId: 'x', fullName: 'Ani', powers: ['roster:read', 'family:search'], appointments: [] };
const FOUND = {
  ...{ code: 'K-1000-0001-37', nikMasked: '••••0011', kelurahanCode: '32.75.02.1001', kelurahanName: 'Bintara' },
  ...{ rtRw: '005/002', newestPeriod: '2023-05', lists: 2, foundBy: 'nik' },
};
const PLACES = [
  { code: '32.75.02.1001', name: 'Bintara' },
  { code: '32.75.02.1002', name: 'Kranji' },
];

beforeAll(() => bringWords('families'));

const open = async (found: () => Response = () => good({ rows: [FOUND], next: null })) => {
  const api = anApi(({ path }) => {
    if (path.endsWith('/auth/me')) return good(ME);
    return path.endsWith('/places') ? good(PLACES) : found();
  });
  return { api, user: await openPage(<SearchPage />) };
};
const PURPOSE = /^Untuk apa Anda mencari/;
const TEXT = /^Kode keluarga, NIK/;

test('the purpose is asked once, and goes with every search of the session', async () => {
  const { api, user } = await open();
  await user.type(await screen.findByRole('textbox', { name: PURPOSE }), 'aduan warga');
  await user.type(screen.getByRole('textbox', { name: TEXT }), `${NIK}{Enter}`);
  await screen.findByRole('table', { name: 'Keluarga yang ditemukan' });
  expect(screen.queryByRole('textbox', { name: PURPOSE })).toBeNull();
  await user.clear(screen.getByRole('textbox', { name: TEXT }));
  await user.type(screen.getByRole('textbox', { name: TEXT }), 'Siti{Enter}');
  await screen.findByRole('table');
  expect(api.sent('/families/search').map(({ method, body }) => [method, body])).toEqual([
    ['POST', { text: NIK, purpose: 'aduan warga', limit: 50 }],
    ['POST', { text: 'Siti', purpose: 'aduan warga', limit: 50 }],
  ]);
  expect(window.location.href).not.toContain(NIK);
});

test('what was found is masked and leads to the family', async () => {
  const { user } = await open();
  await user.type(await screen.findByRole('textbox', { name: PURPOSE }), 'aduan warga');
  await user.type(screen.getByRole('textbox', { name: TEXT }), `${NIK}{Enter}`);
  const table = await screen.findByRole('table', { name: 'Keluarga yang ditemukan' });
  expect(within(table).getByText('••••0011')).toBeTruthy();
  expect(within(table).queryByText(NIK)).toBeNull();
  expect(within(table).getByRole('link', { name: FOUND.code }).getAttribute('href')).toBe(`/families/${FOUND.code}`);
});

test('nobody found, and a refusal, are each said', async () => {
  const { user } = await open(() => good({ rows: [], next: null }));
  await user.type(await screen.findByRole('textbox', { name: PURPOSE }), 'aduan warga');
  await user.type(screen.getByRole('textbox', { name: TEXT }), 'Siti{Enter}');
  await screen.findByText(/^Tidak ada keluarga seperti itu/);
});

test('a search that is refused says why and keeps what was typed', async () => {
  const { user } = await open(() => refusal(422, 'FAMILY_SEARCH', 'Tulis kode keluarga.'));
  await user.type(await screen.findByRole('textbox', { name: PURPOSE }), 'aduan warga');
  await user.type(screen.getByRole('textbox', { name: TEXT }), '12{Enter}');
  await screen.findByText('Tulis kode keluarga.');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: TEXT }).value).toBe('12');
});

test('before the first search nothing is asked of the register', async () => {
  const { api } = await open();
  await screen.findByText(/^Belum ada pencarian/);
  expect(api.sent('/families/search')).toEqual([]);
});
