import { screen } from '@testing-library/react';
import type { ComplaintDetails } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { AnswerForm } from './complaint-forms';

const ID = '00000000-0000-4000-8000-000000000001';
const COMPLAINT: ComplaintDetails = {
  ...{
    id: ID,
    number: '32.75-23-123456',
    territoryCode: '32.75.02.1002',
    territoryName: 'Kranji',
    kind: 'not_received',
  },
  ...{ isRestricted: false, channel: 'walk_in', state: 'in_work', office: 'dinsos_operator', dueOn: '2023-03-24' },
  ...{ receivedAt: '2023-03-06T01:00:00.000Z', waitingFor: null, waitingUntil: null, text: 'Uang belum masuk.' },
  ...{ familyCode: 'K-1000-0001-37', outcome: null, answer: null, proposer: null, appealUntil: null },
  ...{ mergedNumber: null, papers: [], story: [], acts: ['answer'], deeds: [], cases: [] },
  payments: [
    { entitlementId: '7', periodCode: '2023-03', amountRupiah: '200000', state: 'credited', mayDeny: true },
    { entitlementId: '5', periodCode: '2023-01', amountRupiah: '200000', state: 'returned', mayDeny: false },
  ],
};

beforeAll(() => bringWords('complaints', 'families'));

const open = async (more: Partial<ComplaintDetails> = {}) => {
  const api = anApi(() => new Response(null, { status: 204 }));
  return { api, user: await openPage(<AnswerForm complaint={{ ...COMPLAINT, ...more }} onClose={() => undefined} />) };
};
type User = Awaited<ReturnType<typeof open>>['user'];

async function choose(user: User, label: string, option: string): Promise<void> {
  await user.click(await screen.findByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}
async function send(user: User): Promise<void> {
  await user.type(screen.getByRole('textbox', { name: 'Jawaban' }), 'Kami tanyakan ke bank.');
  await user.click(screen.getByRole('button', { name: 'Jawab' }));
}

test('a granted answer sets nothing going until it is said', async () => {
  const { api, user } = await open();
  await send(user);
  expect(api.sent('/answer')).toEqual([
    expect.objectContaining({ body: { outcome: 'granted', text: 'Kami tanyakan ke bank.' } }),
  ]);
});

test('a payment is disputed that was said to be paid, and no other', async () => {
  const { api, user } = await open();
  await choose(user, 'Sekaligus jalankan', 'Sanggah pembayaran ke bank');
  await user.click(screen.getByRole('combobox', { name: 'Pembayaran yang disanggah' }));
  expect(screen.getByRole('option', { name: /^2023-03, Rp200\.000: / })).toBeTruthy();
  expect(screen.queryByRole('option', { name: /^2023-01/ })).toBeNull();
  await user.keyboard('{Escape}');
  await send(user);
  expect(api.sent('/answer')).toMatchObject([{ body: { deed: { kind: 'payment', entitlementId: '7' } } }]);
});

test('a record is changed by what is typed, and says that a second person decides', async () => {
  const { api, user } = await open();
  await choose(user, 'Sekaligus jalankan', 'Ubah data keluarga');
  expect(screen.getByText(/^Perubahan menunggu orang kedua/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Alamat' }), 'Jl. Baru 9');
  await user.type(screen.getByRole('textbox', { name: 'RT' }), '003');
  await user.type(screen.getByRole('textbox', { name: 'RW' }), '004');
  await send(user);
  const value = { address: 'Jl. Baru 9', rt: '003', rw: '004' };
  expect(api.sent('/answer')).toMatchObject([{ body: { deed: { kind: 'record', field: 'address', value } } }]);
});

test.each([
  ['a refusal', {}, 'Tidak terbukti atau ditolak'],
  ['a restricted complaint', { isRestricted: true }, 'Dikabulkan'],
  ['a complaint about nobody known', { familyCode: null }, 'Dikabulkan'],
])('%s offers nothing to set going', async (_, more, outcome) => {
  const { user } = await open(more);
  await choose(user, 'Hasil', outcome);
  expect(screen.queryByRole('combobox', { name: 'Sekaligus jalankan' })).toBeNull();
});
