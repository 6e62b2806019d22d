import { screen, within } from '@testing-library/react';
import type { FamilyRecord } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { FamilyView } from './family-view';

const CODE = 'K-1000-0001-37';
const ID = '00000000-0000-4000-8000-000000000001';
const ME = { officerId: ID, fullName: 'Ani', powers: ['roster:read', 'person:reveal'], appointments: [] };

const FAMILY: FamilyRecord = {
  ...{ code: CODE, rowId: '7', nikMasked: '••••0011', kelurahanCode: '32.75.02.1001', kelurahanName: 'Bintara' },
  ...{ rtRw: '005/002', since: '2023-03-06T01:00:00.000Z', elsewhere: 0 },
  places: [
    { kelurahanCode: '32.75.02.1001', kelurahanName: 'Bintara', rtRw: '005/002', from: '2023-03', until: '2023-05' },
  ],
  listings: [
    {
      ...{ rowId: '7', periodId: ID, periodCode: '2023-05', programme: 'sembako', rosterId: ID, version: 2 },
      ...{ cityCode: '32.75', kelurahanCode: '32.75.02.1001', kpmCode: 'KPM-000007', nikMasked: '••••0011' },
      ...{ linkedBy: 'card', state: 'valid', matchResult: 'matched', verdict: 'ineligible', verdictReason: 'moved' },
      verdictAt: '2023-05-06T01:00:00.000Z',
    },
  ],
  payments: [
    {
      ...{ id: '1', periodId: ID, periodCode: '2023-03', cityCode: '32.75', decreeNumber: 'SK-1', orderId: ID },
      ...{ amountRupiah: '400000', state: 'transacted', reason: null, endToEndId: 'E1' },
      ...{ creditedOn: '2023-03-20', transactedOn: '2023-03-21' },
      postings: [{ transactionId: ID, kind: 'order', postedAt: '2023-03-19T01:00:00.000Z', answer: null }],
    },
  ],
  cases: [],
  accounts: [{ accountMasked: '••••2222', from: '2023-03', until: '2023-05' }],
  events: [{ id: '1', event: 'head_changed', periodCode: '2023-05', notedAt: '2023-05-06T01:00:00.000Z' }],
};

beforeAll(() => bringWords('families'));

const open = (family: FamilyRecord) => {
  anApi(({ path }) => (path.endsWith('/auth/me') ? good(ME) : good(family)));
  return openPage(<FamilyView code={CODE} />);
};

test('one page says where the family was listed, what was decided and what was paid', async () => {
  await open(FAMILY);
  const lists = await screen.findByRole('table', { name: 'Daftar dan putusan' });
  expect(within(lists).getByText('Tidak layak')).toBeTruthy();
  expect(within(lists).getByText('Nomor KK')).toBeTruthy();
  const money = screen.getByRole('table', { name: 'Ketetapan, pembayaran, dan pembukuan' });
  expect(within(money).getByText('Rp400.000')).toBeTruthy();
  expect(within(screen.getByRole('table', { name: 'Pembukuan' })).getByText('Diperintahkan')).toBeTruthy();
  expect(screen.getByText('Tidak ada kasus tindak lanjut.')).toBeTruthy();
  expect(screen.getByText('Kepala keluarga lain')).toBeTruthy();
});

test('what an office does not see is not there, and that other territories list the family is said', async () => {
  await open({ ...FAMILY, payments: null, cases: null, elsewhere: 2 });
  await screen.findByText(/^2 daftar di wilayah lain/);
  expect(screen.queryByText('Ketetapan, pembayaran, dan pembukuan')).toBeNull();
  expect(screen.queryByText('Kasus tindak lanjut')).toBeNull();
});

test('a family of another territory is refused in the words of the server', async () => {
  anApi(({ path }) =>
    path.endsWith('/auth/me')
      ? good(ME)
      : refusal(404, 'FAMILY_UNKNOWN', 'Keluarga ini tidak ada di daftar wilayah Anda.'),
  );
  await openPage(<FamilyView code={CODE} />);
  await screen.findByText('Keluarga ini tidak ada di daftar wilayah Anda.');
});
