import { screen } from '@testing-library/react';
import type { CheckList } from '../../api/schemas';
import { anApi, good } from '../../shared/testing/an-api';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import { CheckListTable } from './check-list-table';
import { LoadForm } from './load-form';

beforeAll(() => bringWords('families'));

const aList = (more: Partial<CheckList> = {}): CheckList => ({
  ...{ id: '4d1f2f7a-0c2e-4b55-9d3a-1c9b2f6f0001', territoryCode: '32.75', kind: 'civil_servant' },
  ...{ kindName: 'Aparatur sipil negara', source: 'BKN, surat 12/2023', listedOn: '2023-03-01' },
  ...{ validFrom: '2023-03-01', validTo: '2023-12-31', fileName: 'asn.csv', entries: 120, skipped: 2 },
  ...{ state: 'in_force', loadedByName: 'Ani', loadedAt: '2023-03-06T03:00:00Z', withdrawnByName: null },
  ...{ withdrawnAt: null, withdrawalReason: null, hits: 3, mayWithdraw: true },
  ...more,
});

test('a file can be chosen when everything is said of the list, and it is said what is missing', async () => {
  anApi(() => good([{ kind: 'civil_servant', name: 'Aparatur sipil negara' }]));
  const user = await openPage(<LoadForm />);
  expect(await screen.findByText(/Isi jenis, sumber/)).toBeTruthy();

  await user.click(screen.getByRole('combobox', { name: 'Jenis' }));
  await user.click(await screen.findByRole('option', { name: 'Aparatur sipil negara' }));
  await user.type(screen.getByRole('textbox', { name: 'Sumber' }), 'BKN, surat 12/2023');
  await user.type(screen.getByLabelText('Per tanggal'), '2023-03-01');
  await user.type(screen.getByLabelText('Berlaku dari'), '2023-03-01');
  await user.type(screen.getByLabelText('Berlaku sampai'), '2023-12-31');

  expect(screen.queryByText(/Isi jenis, sumber/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Pilih berkas CSV' }).getAttribute('aria-disabled')).toBeNull();
});

test('a list is withdrawn with a reason, and only by whom the server lets', async () => {
  const api = anApi(() => good(aList({ state: 'withdrawn' })));
  const user = await openPage(
    <CheckListTable lists={[aList(), aList({ id: '4d1f2f7a-0c2e-4b55-9d3a-1c9b2f6f0002', mayWithdraw: false })]} />,
  );
  expect(screen.getAllByText('2 baris tanpa NIK')).toHaveLength(2);
  const [press, ...others] = await screen.findAllByRole('button', { name: /^Cabut/ });
  expect(others).toEqual([]);
  if (press === undefined) throw new Error('one list may be withdrawn');
  await user.click(press);
  const confirm = screen.getByRole('button', { name: 'Cabut daftar' });
  await user.click(confirm);
  expect(api.sent('/withdraw')).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Alasan mencabut' }), 'Kolom NIK tertukar');
  await user.click(confirm);
  expect(api.sent('/withdraw').map(({ body }) => body)).toEqual([{ reason: 'Kolom NIK tertukar' }]);
});
