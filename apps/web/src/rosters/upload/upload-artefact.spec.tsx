import { screen } from '@testing-library/react';
import type { Family, Roster } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { openPage } from '../../shared/testing/open-page';
import { UploadArtefact } from './upload-artefact';

beforeAll(() => bringWords('families'));

const ROSTER: Roster = {
  ...{ id: '0198a000-0000-7000-8000-00000000000b', periodId: 'p', cityCode: '32.75', version: 1, state: 'draft' },
  ...{ families: 8, valid: 5, warning: 1, invalid: 1, duplicate: 1, matchResults: { matched: 5, dead: 1 } },
  ...{ files: [], kelurahan: [] },
};
const FAMILY: Family = {
  ...{
    id: '1',
    familyCode: null,
    kpmCode: 'KPM-000001',
    rowNumber: 2,
    sheet: '',
    fileName: 'daftar.csv',
    rtRw: '001/002',
  },
  ...{ kelurahanCode: '32.75.02.1001', kelurahanName: 'Kranji', nikMasked: '••••0001', state: 'warning' },
  ...{
    findings: [{ code: 'NIK_REGION', column: 'NIK', message: 'Baris 2, kolom NIK: diterbitkan di Kota Jayapura.' }],
  },
  ...{ matchResult: 'dead', verdict: null, verdictReason: null, verdictAt: null, listedAs: [] },
};

async function page(kind: 'roster.submit' | 'identity.submit') {
  anApi(({ path }) => {
    if (path.endsWith('/auth/me')) return good({ powers: [] });
    return good(path.endsWith('/families') ? { rows: [FAMILY], next: null } : ROSTER);
  });
  await openPage(
    <UploadArtefact task={aTask({ kind, subjectId: ROSTER.id })} isEditable={false} onUnsaved={() => undefined} />,
  );
  await screen.findAllByText(/Kota Jayapura/);
  return screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
}

test('under the list stands what is to be mended, warnings, too', async () => {
  expect(await page('roster.submit')).toEqual(['Tidak valid', 'Ganda', 'Peringatan']);
});

test('under the match stand the families that were not matched, by answer', async () => {
  expect(await page('identity.submit')).toEqual([expect.stringContaining('Meninggal')]);
});
