import { screen } from '@testing-library/react';
import type { CaseRequest } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { CaseRequestsPage } from './case-requests-page';

const request = (more: Partial<CaseRequest> = {}): CaseRequest => ({
  ...{
    id: '0198a000-0000-7000-8000-000000000001',
    caseId: '0198a000-0000-7000-8000-000000000002',
    kind: 'recard',
    to: 'bank',
  },
  ...{ kpmCode: 'KPM-00077', familyCode: null, kelurahanCode: KRANJI, kelurahanName: 'Kranji', amountRupiah: '400000' },
  ...{ owner: 'Operator Dinsos', dueOn: '2023-05-22', daysLeft: 9, state: 'open', madeAt: '2023-05-02T03:00:00Z' },
  ...{ endedBy: null, endedAt: null, note: null, mayEnd: true, mayTake: false },
  ...more,
});
const KRANJI = '32.75.02.1002';
const server = (...rows: readonly CaseRequest[]) =>
  anApi(({ method }) => (method === 'POST' ? good(undefined) : good({ rows, next: null })));
const opened = async () => {
  await bringWords('follow-up');
  return openPage(<CaseRequestsPage />);
};

test('who follows a request ends it with the answer, and sees before what follows', async () => {
  const { sent } = server(request());
  const user = await opened();
  await user.click(await screen.findByRole('button', { name: 'Selesai' }));
  expect(screen.getByText(/Uang keluarga tidak berubah karenanya/)).toBeTruthy();
  await user.type(screen.getByLabelText(/Apa yang dijawab/), 'Kartu diserahkan 4 Mei');
  await user.click(screen.getByRole('button', { name: 'Catat' }));
  expect(sent('/end').map(({ body }) => body)).toEqual([{ outcome: 'done', note: 'Kartu diserahkan 4 Mei' }]);
});

test('a colleague’s request can only be taken over, and who may do nothing reads the answer', async () => {
  const { sent } = server(
    request({ mayEnd: false, mayTake: true }),
    request({ id: '0198a000-0000-7000-8000-000000000003', mayEnd: false, state: 'refused', note: 'Bank menolak' }),
  );
  const user = await opened();
  await user.click(await screen.findByRole('button', { name: 'Ambil alih' }));
  expect(screen.getByText(/Operator Dinsos tidak lagi mengikutinya/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ambil alih' }));
  expect(sent('/take')).toHaveLength(1);
  expect(screen.getByText('Bank menolak')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Selesai' })).toBeNull();
});
