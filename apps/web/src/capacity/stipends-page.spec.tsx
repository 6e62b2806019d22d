import { screen, within } from '@testing-library/react';
import type { StipendStatement } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { StipendsPage } from './stipends-page';

const line = {
  ...{ officer: 'Rini Contoh', placeCode: '32.75.02', place: 'Bekasi Barat', servedDays: 31, visits: 12 },
  ...{ serviceRupiah: '700000', visitsRupiah: '0', totalRupiah: '700000' },
};
const statement = (more: Partial<StipendStatement> = {}): StipendStatement => ({
  ...{ id: '0198a000-0000-7000-8000-000000000001', programme: 'sembako', cityCode: '32.75', cityName: 'Kota Bekasi' },
  ...{ month: '2023-05', version: 1, monthRupiah: '700000', visitRupiah: '0', lines: [line], totalRupiah: '700000' },
  ...{ contentHash: 'a'.repeat(64), state: 'proposed', reason: null, proposer: 'Operator', isOwnProposal: false },
  ...{ proposedAt: '2023-06-02T02:00:00Z', decider: null, decidedAt: null },
  ...more,
});

const server = (powers: readonly string[], ...statements: readonly StipendStatement[]) =>
  anApi(({ method, path }) => {
    if (method === 'POST') return good(undefined);
    if (path.endsWith('/auth/me')) return good({ powers });
    if (path.endsWith('/stipends/own'))
      return good([{ month: '2023-05', version: 1, programme: 'sembako', approvedAt: '2023-06-02T02:00:00Z', line }]);
    return good({
      ...{
        programmes: ['sembako'],
        cities: [{ code: '32.75', name: 'Kota Bekasi' }],
        lastMonth: '2023-05',
        statements,
      },
    });
  });

beforeAll(() => bringWords('capacity'));

test('the head of office sees what a month comes to and approves it; who cannot decide has no button for it', async () => {
  const { sent } = server(['stipend:read', 'stipend:approve'], statement());
  const user = await openPage(<StipendsPage />);
  await user.click(await screen.findByRole('button', { name: 'Setujui' }));
  expect(screen.getByText(/Rp700\.000 untuk 1 TKSK pada Mei 2023 disetujui/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Setujui' }));
  expect(sent('/approve')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Ajukan daftar' })).toBeNull();
});

test('the operator submits the last month that is over, and takes back what they submitted', async () => {
  const { sent } = server(['stipend:read', 'stipend:propose'], statement({ isOwnProposal: true }));
  const user = await openPage(<StipendsPage />);
  expect(await screen.findByRole('button', { name: 'Tarik' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ajukan daftar' }));
  await user.click(screen.getByRole('button', { name: 'Ajukan' }));
  expect(sent('/stipends').map(({ body }) => body)).toEqual([
    { programme: 'sembako', cityCode: '32.75', month: '2023-05' },
  ]);
});

test('a TKSK reads what they get, and of what it is made', async () => {
  server(['stipend:own']);
  await openPage(<StipendsPage />);
  const table = await screen.findByRole('table', { name: 'Tali asih TKSK' });
  expect(within(table).getByText('Mei 2023')).toBeTruthy();
  expect(within(table).getByText('31')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
