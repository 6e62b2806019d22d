import { screen } from '@testing-library/react';
import type { CaseMeasure } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { CaseMeasuresPage } from './case-measures-page';

const measure = (more: Partial<CaseMeasure> = {}): CaseMeasure => ({
  ...{ id: '0198a000-0000-7000-8000-000000000001', caseId: '0198a000-0000-7000-8000-000000000002', kind: 'hold' },
  ...{ kpmCode: 'KPM-00077', familyCode: null, kelurahanCode: '32.75.02.1002', kelurahanName: 'Kranji' },
  ...{ amountRupiah: '400000', ground: 'Sengketa ahli waris', untilOn: '2023-05-30', deadlineOn: '2023-06-25' },
  ...{ state: 'proposed', decider: 'Operator Dinsos', dueOn: '2023-05-16', verifier: null, verifiedAt: null },
  ...{ useUntil: null, ender: null, reason: null, returnId: null, acts: ['approve', 'refuse'] },
  ...more,
});
const server = (...rows: readonly CaseMeasure[]) =>
  anApi(({ method }) => (method === 'POST' ? good(undefined) : good({ rows, next: null })));
const opened = async () => {
  await bringWords('follow-up');
  return openPage(<CaseMeasuresPage />);
};

test('a second person reads ground, day and consequence before they approve', async () => {
  const { sent } = server(measure());
  const user = await opened();
  expect(await screen.findByText('Alasan: Sengketa ahli waris')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Setujui' }));
  expect(screen.getByText(/bank diminta membekukannya/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Setujui' }));
  expect(sent('/act').map(({ body }) => body)).toEqual([{ act: 'approve', ids: [measure().id] }]);
});

test('many are approved at once, and only those that were chosen', async () => {
  const others = ['0198a000-0000-7000-8000-00000000000a', '0198a000-0000-7000-8000-00000000000b'] as const;
  const { sent } = server(
    measure({ kind: 'return_early', ground: null, untilOn: null }),
    ...others.map((id, place) => measure({ id, kpmCode: `KPM-0008${place}` })),
  );
  const user = await opened();
  await user.click(await screen.findByRole('checkbox', { name: 'Pilih KPM-00080' }));
  await user.click(screen.getByRole('checkbox', { name: 'Pilih KPM-00077' }));
  expect(screen.getByText('2 dipilih')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Setujui yang dipilih' }));
  const [send = document.body] = screen.getAllByRole('button', { name: 'Setujui' });
  await user.click(send);
  expect(sent('/act').map(({ body }) => body)).toEqual([{ act: 'approve', ids: [others[0], measure().id] }]);
});

test('a release needs a reason; who may do nothing has no button, and reads no ground that is not theirs', async () => {
  const { sent } = server(
    measure({ state: 'in_force', acts: ['release', 'return'] }),
    measure({ id: '0198a000-0000-7000-8000-00000000000c', acts: [], ground: null, kpmCode: 'KPM-00099' }),
  );
  const user = await opened();
  expect(await screen.findByText('Alasan hanya untuk yang memutus')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Setujui' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Lepas untuk keluarga' }));
  await user.type(screen.getByLabelText(/Alasan, tanpa NIK/), 'Ahli waris sudah ditetapkan');
  await user.click(screen.getByRole('button', { name: 'Lepas untuk keluarga' }));
  expect(sent('/act').map(({ body }) => body)).toEqual([
    { act: 'release', ids: [measure().id], reason: 'Ahli waris sudah ditetapkan' },
  ]);
});
