import { screen } from '@testing-library/react';
import type { AssignmentLetter } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { AssignmentLettersPage } from './assignment-letters-page';

const letter = (more: Partial<AssignmentLetter> = {}): AssignmentLetter => ({
  ...{ id: '0198a000-0000-7000-8000-000000000001', periodId: '0198a000-0000-7000-8000-000000000002' },
  ...{
    territoryCode: '32.75.02',
    territoryName: 'Bekasi Barat',
    officer: 'TKSK Bekasi Barat',
    issuer: 'Kepala Dinsos',
  },
  ...{ number: '800/001/ST/V/2023', issuedAt: '2023-05-02T02:00:00Z', validFrom: '2023-05-02', validTo: '2023-05-20' },
  ...{ cases: 12, withdrawnAt: null, reason: null, hasPaper: true, mayWithdraw: true },
  ...more,
});
const server = (...rows: readonly AssignmentLetter[]) =>
  anApi(({ method, path }) => {
    if (method === 'POST') return good(undefined);
    if (path.endsWith('/auth/me')) return good({ powers: [] });
    return good(path.endsWith('/assignment-letters') ? { rows, next: null } : []);
  });

test('who is sent opens the paper; a letter is taken back with a reason', async () => {
  await bringWords('follow-up');
  const { sent } = server(letter());
  const user = await openPage(<AssignmentLettersPage />);
  expect((await screen.findByRole('link', { name: 'Unduh PDF' })).getAttribute('href')).toContain('/pdf');
  await user.click(screen.getByRole('button', { name: 'Tarik kembali' }));
  await user.type(screen.getByLabelText(/Alasan/), 'Petugas diganti');
  await user.click(screen.getByRole('button', { name: 'Tarik kembali' }));
  expect(sent('/withdraw').map(({ body }) => body)).toEqual([{ reason: 'Petugas diganti' }]);
});

test('whom a letter does not concern has no paper of it, and who may not issue has no form', async () => {
  await bringWords('follow-up');
  server(
    letter({ hasPaper: false, mayWithdraw: false, withdrawnAt: '2023-05-03T02:00:00Z', reason: 'Petugas diganti' }),
  );
  await openPage(<AssignmentLettersPage />);
  expect(await screen.findByText('Ditarik kembali')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Unduh PDF' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Terbitkan surat tugas' })).toBeNull();
});
