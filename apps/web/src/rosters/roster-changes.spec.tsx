import { screen } from '@testing-library/react';
import type { Roster, RosterChange, RosterVersion } from '../api/schemas';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { bringWords } from '../shared/language/language';
import { RosterChanges } from './roster-changes';

beforeAll(() => bringWords('families'));

const ROSTER: Roster = {
  ...{ id: 'second', periodId: 'p', cityCode: '32.75', version: 2, state: 'draft', families: 4 },
  ...{ valid: 4, warning: 0, invalid: 0, duplicate: 0, matchResults: {}, files: [], kelurahan: [] },
};
const version = (id: string, number: number): RosterVersion => ({
  ...{ id, version: number, state: 'draft', families: 4, createdAt: '2023-03-06T02:00:00Z' },
});
const CHANGE: RosterChange = {
  ...{
    id: '1',
    change: 'changed',
    fields: ['kelurahan', 'account'],
    familyCode: null,
    kpmCode: 'KPM-000003',
    nikMasked: '••••0003',
  },
  ...{ kelurahanCode: '32.75.02.1001', kelurahanName: 'Kranji' },
};

async function page(versions: readonly RosterVersion[]) {
  const api = anApi(({ path }) =>
    good(path.endsWith('/versions') ? versions : { added: 1, removed: 2, changed: 1, rows: [CHANGE], next: null }),
  );
  await openPage(
    <>
      <p>Daftar</p>
      <RosterChanges roster={ROSTER} />
    </>,
  );
  await screen.findByText('Daftar');
  return api;
}

test('a list that came again shows its versions and what changed, field by field', async () => {
  await page([version('second', 2), version('first', 1)]);
  expect(await screen.findByText('Bertambah 1 · keluar 2 · berubah 1')).toBeTruthy();
  expect(screen.getByText('Berubah: kelurahan, nomor rekening')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Versi 1' }).getAttribute('href')).toBe('/rosters/first');
});

test('a list that came once shows neither', async () => {
  await page([version('second', 2)]);
  expect(screen.queryByText(/Versi daftar ini/)).toBeNull();
});
