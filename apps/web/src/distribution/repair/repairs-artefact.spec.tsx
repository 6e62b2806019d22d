import { bringWords } from '../../shared/language/language';
import { screen, within } from '@testing-library/react';
import type { FailedPayment } from '../../api/schemas';
import { anApi, good } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { openPage } from '../../shared/testing/open-page';
import { RepairsArtefact } from './repairs-artefact';

beforeAll(() => bringWords('money'));

const task = aTask({ kind: 'payment.repair', stage: 'distribution', subjectType: 'order' });

const aPayment = (id: string, more: Partial<FailedPayment> = {}): FailedPayment => ({
  ...{ id, kpmCode: `KPM-${id}`, kelurahanCode: '32.75.02.1001', kelurahanName: 'Jatimulya', amountRupiah: '600000' },
  ...{ reason: 'AC06', actions: ['send_again', 'new_account', 'give_up'], action: null, explanation: null },
  ...more,
});

async function open(rows: readonly FailedPayment[], isEditable = true) {
  const api = anApi(({ method }) =>
    method === 'GET'
      ? good({ rows, next: null })
      : good({ changed: 1, artefactHash: 'h', savedAt: '2023-03-06T03:00:00Z' }),
  );
  const notified: boolean[] = [];
  const user = await openPage(
    <RepairsArtefact task={task} isEditable={isEditable} onUnsaved={(isUnsaved) => notified.push(isUnsaved)} />,
  );
  return { api, notified, user };
}

const sent = (api: Awaited<ReturnType<typeof open>>['api']) => api.sent('/repairs').map(({ body }) => body);

async function choose(user: Awaited<ReturnType<typeof open>>['user'], form: HTMLElement, option: string) {
  await user.click(within(form).getByRole('combobox', { name: 'Perbaikan' }));
  await user.click(await screen.findByRole('option', { name: option }));
}

test('a new account is asked for with its number, and neither too short a number nor no explanation is sent', async () => {
  const { api, notified, user } = await open([aPayment('1'), aPayment('2')]);
  await user.click(await screen.findByRole('button', { name: 'Tentukan KPM-2' }));
  const form = screen.getByRole('region', { name: 'Perbaikan untuk KPM-2' });
  await choose(user, form, 'Kirim ke rekening baru');
  const account = within(form).getByRole('textbox', { name: /Nomor rekening baru/ });
  await user.type(account, '12345');
  await user.type(within(form).getByRole('textbox', { name: /Penjelasan/ }), 'Surat bank 12 April');
  await user.click(within(form).getByRole('button', { name: 'Simpan' }));
  expect(sent(api)).toEqual([]);
  expect(notified.at(-1)).toBe(true);

  await user.type(account, '67890');
  await user.click(within(form).getByRole('button', { name: 'Simpan' }));
  expect(sent(api)).toEqual([
    {
      repairs: [
        {
          ...{ entitlementId: '2', action: 'new_account', accountNumber: '1234567890' },
          explanation: 'Surat bank 12 April',
        },
      ],
    },
  ]);
});

test('an account that is gone is not offered to be sent to again', async () => {
  const { user } = await open([aPayment('1', { reason: 'AC04', actions: ['new_account', 'by_post', 'give_up'] })]);
  await user.click(await screen.findByRole('button', { name: 'Tentukan KPM-1' }));
  const form = screen.getByRole('region', { name: 'Perbaikan untuk KPM-1' });
  await user.click(within(form).getByRole('combobox', { name: 'Perbaikan' }));
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'Kirim ke rekening baru',
    'Diambil di kantor pos',
    'Hentikan, uang tetap di kas',
  ]);
});

test('all with one reason are put down at once', async () => {
  const { api, user } = await open([aPayment('1'), aPayment('2'), aPayment('3', { reason: null })]);
  await user.click(await screen.findByText('Sekaligus per alasan'));
  await user.click(screen.getByRole('combobox', { name: 'Alasan bank' }));
  await user.click(await screen.findByRole('option', { name: 'AC06 Rekening diblokir' }));
  await user.click(screen.getByRole('combobox', { name: 'Perbaikan' }));
  await user.click(await screen.findByRole('option', { name: 'Kirim lagi ke rekening yang sama' }));
  await user.type(screen.getByRole('textbox', { name: /Penjelasan/ }), 'Bank membuka blokir');
  await user.click(screen.getByRole('button', { name: 'Terapkan ke semua yang belum ditentukan' }));
  expect(sent(api)).toEqual([
    { repairs: [], alike: { reason: 'AC06', action: 'send_again', explanation: 'Bank membuka blokir' } },
  ]);
});

test('who only reads sees what was put down and nothing to press', async () => {
  await open([aPayment('1', { action: 'give_up', explanation: 'Keluarga pindah kota' })], false);
  expect(await screen.findByText('Keluarga pindah kota')).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('where nothing waits the page says why', async () => {
  await open([]);
  expect(await screen.findByText(/Tidak ada pembayaran gagal yang menunggu/)).toBeTruthy();
});
