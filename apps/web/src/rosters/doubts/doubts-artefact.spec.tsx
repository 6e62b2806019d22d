import { screen, within } from '@testing-library/react';
import type { Doubt } from '../../api/schemas';
import { anApi, good } from '../../shared/testing/an-api';
import { aTask } from '../../shared/testing/a-task';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import { DoubtsArtefact } from './doubts-artefact';

beforeAll(() => bringWords('families'));

const task = aTask({ kind: 'doubts.propose', stage: 'verification', subjectType: 'roster' });

const aDoubt = (id: string, more: Partial<Doubt> = {}): Doubt => ({
  ...{
    id,
    kind: 'identity',
    basis: 'not_matched',
    unusedMonths: null,
    rowId: `9${id}`,
    kpmCode: `KPM-${id}`,
    familyCode: null,
  },
  ...{ kelurahanCode: '32.75.02.1002', kelurahanName: 'Kranji', rtRw: '001/002', nikMasked: '••••0042' },
  ...{ verdict: 'eligible', verdictReason: null, decision: null, explanation: null, proposedAt: null, settledAt: null },
  ...{
    isToDecide: true,
    voidAt: null,
    list: null,
    hasOther: true,
    likeness: [{ field: 'fullName', likeness: 'near', letters: 1 }],
  },
  ...more,
});

const listed = {
  ...{
    kpmCode: 'KPM-1',
    nik: '3275024101800042',
    kk: '3275020101800009',
    fullName: 'SITI CONTOH',
    birthPlace: 'BEKASI',
  },
  ...{ address: 'JL. CONTOH 1', rt: '001', rw: '002', accountNumber: '0011223344', hideAt: '2023-03-06T03:01:00Z' },
};

async function open(rows: readonly Doubt[], { kind = 'doubts.propose', isEditable = true } = {}) {
  const api = anApi(({ method, path }) => {
    if (path.endsWith('/auth/me')) return good({ powers: ['person:reveal'] });
    if (method === 'GET') return good({ rows, next: null, counts: [] });
    if (path.includes('/reveal')) {
      return good({ listed, other: { fullName: 'SITI CONTOK', kk: listed.kk, remark: 'TIDAK PADAN' } });
    }
    return good({ changed: 1, artefactHash: 'h', savedAt: '2023-03-06T03:00:00Z' });
  });
  const notified: boolean[] = [];
  const user = await openPage(
    <DoubtsArtefact
      task={{ ...task, kind: kind as typeof task.kind }}
      isEditable={isEditable}
      onUnsaved={(isUnsaved) => notified.push(isUnsaved)}
    />,
  );
  return { api, notified, user };
}

test('a decision needs a way and a reason before it is saved, and the task knows of what is not saved', async () => {
  const { api, notified, user } = await open([aDoubt('1'), aDoubt('2')]);
  await user.click(await screen.findByRole('button', { name: 'Putuskan KPM-1' }));
  const save = screen.getByRole('button', { name: 'Simpan putusan' });
  await user.click(screen.getByRole('radio', { name: 'Orang yang sama: masuk' }));
  await user.click(save);
  expect(api.sent('/doubts')).toEqual([]);

  await user.type(screen.getByRole('textbox', { name: 'Alasan' }), 'KTP asli dilihat 9 Maret');
  expect(notified.at(-1)).toBe(true);
  await user.click(save);

  const [sent] = api.sent('/doubts');
  expect(sent?.body).toEqual({
    decisions: [{ doubtId: '1', decision: 'cleared', explanation: 'KTP asli dilihat 9 Maret' }],
  });
});

test('both records stand side by side after a purpose is given, and nothing of them before', async () => {
  const { user } = await open([aDoubt('1')]);
  await user.click(await screen.findByRole('button', { name: 'Putuskan KPM-1' }));
  expect(screen.queryByText('SITI CONTOH')).toBeNull();
  expect(screen.getAllByText('1 huruf berbeda').length).toBeGreaterThan(0);

  await user.click(screen.getByRole('button', { name: 'Bandingkan kedua data' }));
  await user.type(screen.getByRole('textbox', { name: /Untuk apa/ }), 'Membandingkan ejaan nama');
  await user.click(screen.getByRole('button', { name: 'Tampilkan' }));

  const name = (await screen.findByText('SITI CONTOH')).closest('tr');
  if (name === null) throw new Error('both names stand in one line');
  expect(within(name).getByText('SITI CONTOK')).toBeTruthy();
});

test('who confirms reads what is decided and why, and changes nothing', async () => {
  await open([aDoubt('1', { decision: 'excluded', explanation: 'Orang lain, KTP dilihat 9 Maret' })], {
    kind: 'doubts.settle',
  });
  expect(await screen.findByText('Orang lain, KTP dilihat 9 Maret')).toBeTruthy();
  expect(screen.getByText('Bukan orang yang sama: keluar')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Ubah|^Putuskan/ })).toBeNull();
});

test('whom the kelurahan ruled out needs no decision', async () => {
  await open([aDoubt('1', { verdict: 'ineligible', verdictReason: 'deceased', isToDecide: false })]);
  expect(await screen.findByText('Tidak perlu: sudah tidak layak')).toBeTruthy();
  expect(screen.getByText('Semua sudah diputuskan.')).toBeTruthy();
});

test('a list that names the family is told with its source, and who is on it is shown on request alone', async () => {
  const list = { kindName: 'Aparatur sipil negara', source: 'BKN, surat 12/2023', listedOn: '2023-03-01' };
  const { user } = await open([
    aDoubt('1', { kind: 'listed', basis: 'civil_servant', list, verdictReason: 'other_person' }),
  ]);
  expect(await screen.findByText(/Aparatur sipil negara, BKN, surat 12\/2023/)).toBeTruthy();
  expect(screen.getByText('Bukan orangnya')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Putuskan KPM-1' }));
  expect(screen.getByRole('radio', { name: 'Tetap berhak: masuk' })).toBeTruthy();
});

test('aid that lay unused is asked about with the months and how far its case came; at the desk it is paid again or waits', async () => {
  const { user } = await open([aDoubt('1', { kind: 'unused', basis: 'lapsed', unusedMonths: 4 })]);
  expect(
    await screen.findByText('4 bulan berturut-turut, tindak lanjut terakhir berakhir tanpa keputusan'),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Putuskan KPM-1' }));
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(screen.getByRole('radio', { name: 'Belum tuntas: tanpa dana baru pada periode ini' })).toBeTruthy();
});
