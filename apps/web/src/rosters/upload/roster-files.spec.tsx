import { screen } from '@testing-library/react';
import type { RosterFile } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { openPage } from '../../shared/testing/open-page';
import { RosterFiles } from './roster-files';

beforeAll(() => bringWords('families'));

const FILE: RosterFile = {
  ...{ id: 'file-1', purpose: 'roster', name: 'daftar.xlsx', sha256: '00', state: 'done', problem: null },
  ...{ rowsRead: 5, rowsValid: 5, rowsWarning: 0, rowsInvalid: 0, rowsDuplicate: 0 },
  ...{ startedAt: '2023-03-06T02:00:00Z', finishedAt: '2023-03-06T02:00:01Z' },
  notes: [
    { sheet: 'Petunjuk', row: null, code: 'SHEET_SKIPPED', message: 'Lembar Petunjuk dilewati.' },
    { sheet: 'Daftar', row: 8, code: 'LINE_SKIPPED', message: 'Lembar Daftar. Baris 8 dilewati.' },
  ],
};

test('what was passed over in a file stands beside it', async () => {
  anApi(() => good({}));
  await openPage(<RosterFiles task={aTask()} files={[FILE]} canRemove />);

  expect(screen.getByText('Lembar Petunjuk dilewati.')).toBeTruthy();
  expect(screen.getByText('Lembar Daftar. Baris 8 dilewati.')).toBeTruthy();
});
