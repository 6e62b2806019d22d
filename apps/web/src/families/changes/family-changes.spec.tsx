import { screen, within } from '@testing-library/react';
import type { FamilyChange } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { FamilyChanges } from './family-changes';

const CODE = 'K-1000-0001-37';
const ID = '00000000-0000-4000-8000-000000000001';
const HASH = 'a'.repeat(64);
const ME = { officerId: ID, fullName: 'Ani', powers: ['roster:read', 'family:propose'], appointments: [] };

const CHANGE: FamilyChange = {
  ...{ id: ID, familyCode: CODE, territoryCode: '32.75.02.1002', territoryName: 'Kranji', field: 'name' },
  ...{
    reason: 'salah eja di daftar',
    paperName: 'surat.pdf',
    complaintId: null,
    complaintNumber: null,
    state: 'proposed',
    dueOn: '2023-03-20',
  },
  ...{ proposer: 'Operator Kranji', proposedAt: '2023-03-06T01:00:00.000Z' },
  ...{ decider: null, decidedAt: null, decisionReason: null, mayDecide: true, mayWithdraw: false },
};
const OPENED = {
  ...{ before: { fullName: 'SITI RAHMA' }, after: { fullName: 'SITI RAHMAH' }, contentHash: HASH },
  hideAt: '2999-01-01T00:00:00.000Z',
};

beforeAll(() => bringWords('families'));

const open = async (changes: readonly FamilyChange[], opened: unknown = OPENED) => {
  const api = anApi(({ path }) => {
    if (path.endsWith('/auth/me')) return good(ME);
    if (path.endsWith('/open')) return good(opened);
    if (path.endsWith('/changes')) return good(changes);
    return new Response(null, { status: 204 });
  });
  return { api, user: await openPage(<FamilyChanges code={CODE} />) };
};

test('who decides reads both values first; confirming names what was read', async () => {
  const { api, user } = await open([CHANGE]);
  expect(screen.queryByRole('button', { name: 'Sahkan perubahan' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Baca lalu putuskan' }));
  await user.type(screen.getByRole('textbox', { name: /^Untuk apa Anda membuka/ }), 'memutuskan usulan');
  await user.click(screen.getByRole('button', { name: 'Tampilkan' }));
  const values = await screen.findByRole('table', { name: 'Data lama dan baru' });
  expect(within(values).getByText('SITI RAHMA')).toBeTruthy();
  expect(within(values).getByText('SITI RAHMAH')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sahkan perubahan' }));
  expect(api.sent('/confirm')).toMatchObject([{ body: { contentHash: HASH } }]);
});

test('the proposer is offered nothing but to withdraw', async () => {
  const { api, user } = await open([{ ...CHANGE, mayDecide: false, mayWithdraw: true }]);
  expect(await screen.findByRole('link', { name: /^Unduh surat/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Baca lalu putuskan' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Tarik usulan' }));
  await user.click(screen.getByRole('button', { name: 'Tarik usulan' }));
  expect(api.sent('/withdraw')).toHaveLength(1);
});

test('a proposal without its paper is not sent', async () => {
  const { api, user } = await open([]);
  await user.click(await screen.findByRole('button', { name: 'Usulkan perubahan' }));
  await user.type(screen.getByRole('textbox', { name: 'Nama lengkap' }), 'Siti Rahmah');
  await user.type(screen.getByRole('textbox', { name: 'Alasan' }), 'salah eja di daftar');
  await user.click(screen.getByRole('button', { name: 'Kirim usulan' }));
  await screen.findByRole('alert');
  expect(api.sent('/changes')).toEqual([]);
});

test('what was decided stands with who decided and why', async () => {
  await open([
    {
      ...CHANGE,
      ...{ state: 'refused', mayDecide: false, decider: 'Lurah Kranji', decidedAt: '2023-03-07T01:00:00.000Z' },
      decisionReason: 'surat tidak terbaca',
    },
  ]);
  const table = await screen.findByRole('table', { name: 'Perubahan data keluarga' });
  expect(within(table).getByText('Ditolak')).toBeTruthy();
  expect(within(table).getByText('Lurah Kranji')).toBeTruthy();
  expect(within(table).getByText(/surat tidak terbaca$/)).toBeTruthy();
});

test('a re-entry asks for nothing to be typed but why, and is read as what it is', async () => {
  const { user } = await open([{ ...CHANGE, field: 'reentry' }], {
    ...OPENED,
    before: { standing: 'excluded' },
    after: { standing: 'listed' },
  });
  await user.click(await screen.findByRole('button', { name: 'Usulkan perubahan' }));
  await user.click(screen.getByRole('combobox', { name: 'Data' }));
  await user.click(await screen.findByRole('option', { name: 'Masuk kembali' }));
  expect(screen.queryByRole('textbox', { name: 'Nama lengkap' })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Baca lalu putuskan' }));
  await user.type(screen.getByRole('textbox', { name: /^Untuk apa Anda membuka/ }), 'memutuskan usulan');
  await user.click(screen.getByRole('button', { name: 'Tampilkan' }));
  const values = await screen.findByRole('table', { name: 'Data lama dan baru' });
  expect(within(values).getByText('Dikeluarkan')).toBeTruthy();
  expect(within(values).getByText('Boleh masuk daftar lagi')).toBeTruthy();
});
