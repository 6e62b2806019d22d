import { screen } from '@testing-library/react';
import type { ExchangedFileDetail } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import { FileView } from './file-view';
import { FilesTable } from './files-table';

beforeAll(() => bringWords('money'));

const ORDER = '6f1c2b1e-0000-4000-8000-000000000001';
const file = (more: Partial<ExchangedFileDetail> = {}): ExchangedFileDetail => ({
  ...{ id: '7', direction: 'in', name: 'AMN-1.status-1.pain002.xml', kind: 'status', state: 'applied', rows: 1200 },
  ...{ refusalCode: null, passedAt: '2023-03-08T03:00:00Z', orderId: ORDER, messageId: 'AMN-1', periodId: ORDER },
  ...{ cityCode: '32.75', cityName: 'Kota Bekasi', channel: 'card', serviceName: null, contentId: ORDER },
  ...{ sha256: null, attempt: 1, saidAt: '2023-03-08T02:00:00Z', summary: { credited: 1190, failed: 10, moved: 1200 } },
  ...{ refusalDetails: null, firstId: null, breaks: [], settledBreaks: 0 },
  ...more,
});

test('a refused file says why, what to do and what was found, in words and with its code', async () => {
  const refused = { state: 'refused', refusalCode: 'BANK_FILE_AS_OF', summary: null, saidAt: null } as const;
  await openPage(
    <FileView file={file({ ...refused, refusalDetails: { found: '2023-04-02', expected: '2023-04-03' } })} />,
  );
  expect(await screen.findByText('Ditolak')).toBeDefined();
  for (const text of ['tanggal lain', /Minta laporan untuk tanggal/, 'BANK_FILE_AS_OF', '2023-04-02', '2023-04-03']) {
    expect(screen.getByText(text)).toBeDefined();
  }
});

test('an applied file counts what it says, and each number of breaks leads to them', async () => {
  await openPage(
    <FileView file={file({ breaks: [{ type: 'amount_mismatch', state: 'open', count: 3 }], settledBreaks: 2 })} />,
  );
  expect(await screen.findByRole('row', { name: /masuk rekening.*1\.190/ })).toBeDefined();
  const link = screen.getByRole('link', { name: '3' }).getAttribute('href') ?? '';
  expect(link).toContain(`/periods/${ORDER}/breaks`);
  expect(link).toContain(`openedBy=${ORDER}`);
  expect(link).toContain('type=amount_mismatch');
  expect(screen.getByRole('link', { name: '2' }).getAttribute('href')).toContain(`settledBy=${ORDER}`);
  expect(screen.getByRole('link', { name: /Coba berkas/ }).getAttribute('href')).toBe(`/orders/${ORDER}`);
});

test('a duplicate leads to the file that brought its content, and one of ours waits in words', async () => {
  await openPage(
    <>
      <FileView file={file({ state: 'duplicate', firstId: '3' })} />
      <FileView file={file({ direction: 'out', state: 'waiting', kind: 'order', summary: null, contentId: null })} />
    </>,
  );
  expect((await screen.findByRole('link', { name: 'Lihat berkas pertama' })).getAttribute('href')).toBe(
    '/bank-files/3',
  );
  expect(screen.getByText(/Belum ada jawaban/)).toBeDefined();
});

test('the list names kind, state with its reason, order and payer', async () => {
  const unknown = {
    id: '8',
    name: 'x.txt',
    kind: 'unknown',
    state: 'not_understood',
    refusalCode: 'BANK_FILE_NAME',
  } as const;
  await openPage(<FilesTable rows={[file(), file({ ...unknown, orderId: null, channel: null, rows: null })]} />);
  expect(
    await screen.findByRole('row', {
      name: /AMN-1.status-1.*Masuk: Status pembayaran.*Diterapkan.*Kota Bekasi.*1\.200/,
    }),
  ).toBeDefined();
  expect(
    screen.getByRole('row', { name: /x\.txt.*Tidak dikenali.*nama tidak dikenal.*Tidak diketahui/ }),
  ).toBeDefined();
});
