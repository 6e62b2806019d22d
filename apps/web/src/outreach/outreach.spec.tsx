import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Me, OutreachEffect, OutreachFamily, OutreachNeedPage, OutreachSessionDetails } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { CampaignForm } from './campaign-form';
import { EffectShown } from './effect-shown';
import { NeedTable } from './need-table';
import { Session } from './session-page';

beforeAll(() => bringWords('outreach'));

const ID = '6f1c2b1e-0000-4000-8000-000000000001';
const KRANJI = '32.75.02.1002';
const me = {
  ...{
    officerId: ID,
    username: 'lurah',
    fullName: 'Lurah',
    language: 'id',
    sandbox: false,
    now: '2023-05-10T03:00:00Z',
  },
  ...{ powers: [], standsFor: [], appointments: [] },
} as unknown as Me;

const rows: OutreachNeedPage['rows'] = [
  {
    ...{ code: KRANJI, name: 'Kranji', credited: 200, notTransacted: 40, found: 10, planned: 1, held: 2 },
    mendable: { not_informed: 3, pin_blocked: 1, card_not_received: 1 },
    ...{ notTransactedShare: 0.2, mendableShare: 0.5, need: 0.1 },
  },
  {
    ...{ code: '32.75.02.1001', name: 'Bintara', credited: 90, notTransacted: 9, found: 0, planned: 0, held: 0 },
    mendable: { not_informed: 0, pin_blocked: 0, card_not_received: 0 },
    ...{ notTransactedShare: 0.1, mendableShare: null, need: null },
  },
];

test('each share is read with its sample; where nobody was visited no number stands', async () => {
  await openPage(<NeedTable rows={rows} />);
  expect(await screen.findByText(/20,0 % \(40 dari 200 keluarga\)/)).toBeDefined();
  expect(screen.getByText(/50,0 % \(5 dari 10 kasus selesai\)/)).toBeDefined();
  expect(screen.getByText('Tidak tahu 3, PIN terblokir 1, kartu belum diterima 1')).toBeDefined();
  const bintara = screen.getByRole('row', { name: /Bintara/ });
  expect(within(bintara).getByText('Belum diketahui')).toBeDefined();
  expect(within(bintara).getByText('Belum ada kasus selesai')).toBeDefined();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('who plans ticks kelurahan', async () => {
  const onChoose = jest.fn<(chosen: ReadonlySet<string>) => void>();
  const user = await openPage(<NeedTable rows={rows} chosen={new Set([KRANJI])} onChoose={onChoose} />);
  await user.click(await screen.findByRole('checkbox', { name: 'Pilih Bintara' }));
  expect(onChoose).toHaveBeenLastCalledWith(new Set([KRANJI, '32.75.02.1001']));
  await user.click(screen.getByRole('checkbox', { name: 'Pilih Kranji' }));
  expect(onChoose).toHaveBeenLastCalledWith(new Set());
});

test('a campaign has a topic and a purpose; a refusal is read', async () => {
  const detail = 'Kota/kabupaten itu di luar wilayah Anda.';
  const api = anApi(({ path }) => (path.endsWith('/me') ? good(me) : refusal(403, 'OUTREACH_PLACE', detail)));
  const user = await openPage(
    <CampaignForm periodId={ID} cityCode="32.75" kelurahan={[KRANJI]} onClose={() => undefined} />,
  );
  await user.click(await screen.findByRole('combobox', { name: 'Topik' }));
  await user.click(await screen.findByRole('option', { name: 'Hak penerima dan pengaduan' }));
  await user.type(screen.getByLabelText(/^Maksud dan tujuan/), 'Warga tahu haknya');
  await user.click(screen.getByRole('button', { name: 'Buat kampanye' }));
  expect(await screen.findByText(new RegExp(detail))).toBeDefined();
  expect(api.sent('/outreach/campaigns').map(({ body }) => body)).toEqual([
    { periodId: ID, cityCode: '32.75', kelurahan: [KRANJI], topic: 'rights', purpose: 'Warga tahu haknya' },
  ]);
});

const session = (more: Partial<OutreachSessionDetails> = {}): OutreachSessionDetails => ({
  ...{ id: ID, campaignId: ID, topic: 'pin', purpose: 'Warga tahu cara memakai PIN', kelurahanCode: KRANJI },
  ...{ kelurahanName: 'Kranji', onDay: '2023-05-10', startsAt: '09:00', place: 'Balai warga', speaker: 'Bank' },
  ...{ materials: 'Brosur', state: 'planned', isLate: false, version: 2, planner: 'Operator', others: null },
  ...{ reason: null, ender: null, endedAt: null, invited: 2, present: 0, represented: 0, absent: 0, report: null },
  ...{ sheets: 1, mayPlan: false, mayHold: true, mayName: true },
  ...more,
});
const family: OutreachFamily = {
  ...{ id: '41', kpmCode: 'KPM-41', familyCode: null, nikMasked: '••••0041', rtRw: '001/002', isAdded: false },
  ...{ hasTransacted: false, attendance: null, noter: null },
};
const answering = (command: () => Response = () => good({ families: 1 })) =>
  anApi(({ method, path }) => {
    if (path.endsWith('/me')) return good(me);
    return method === 'GET' ? good({ rows: [family], next: null }) : command();
  });

test('on its day who came is noted row by row, the rest at once, and then what came of it', async () => {
  const api = answering();
  const user = await openPage(<Session session={session()} />);
  await user.click(await screen.findByRole('combobox', { name: 'Kehadiran KPM-41' }));
  await user.click(await screen.findByRole('option', { name: 'Diwakili' }));
  await user.click(screen.getByRole('button', { name: 'Sisanya tidak hadir' }));
  expect(api.sent('/attendance').map(({ body }) => body)).toEqual([
    { families: ['41'], attendance: 'represented' },
    { rest: 'absent' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Catat pelaksanaan' }));
  expect(screen.getByText(/Belum dicatat: 2 keluarga/)).toBeDefined();
  await user.type(screen.getByLabelText(/^A\. Dasar/), 'Surat dinas');
  await user.type(screen.getByLabelText(/^E\. Hasil/), 'Warga bertanya tentang PIN.');
  await user.type(screen.getByLabelText(/^F\. Kendala/), 'Hujan.');
  await user.type(screen.getByLabelText(/^G\. Kesimpulan/), 'Perlu diulang lagi.');
  await user.click(screen.getByRole('button', { name: 'Simpan laporan' }));
  expect(api.sent('/hold').map(({ body }) => body)).toEqual([
    {
      ...{ version: 2, others: 0, basis: 'Surat dinas', outcome: 'Warga bertanya tentang PIN.' },
      ...{ obstacles: 'Hujan.', conclusion: 'Perlu diulang lagi.' },
    },
  ]);
});

test('before its day nothing is noted; it can be moved and cancelled', async () => {
  const detail = 'Rencana sesi ini baru saja diubah orang lain.';
  const api = answering(() => refusal(409, 'OUTREACH_SESSION_CHANGED', detail));
  const user = await openPage(<Session session={session({ onDay: '2023-05-12', mayPlan: true })} />);
  expect(await screen.findByText('Kehadiran dan hasil dicatat mulai hari pelaksanaan.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Catat pelaksanaan' })).toBeNull();
  expect(await screen.findByText('Belum dicatat')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Ubah rencana' }));
  await user.click(screen.getByRole('button', { name: 'Simpan sesi' }));
  expect(await screen.findByText(new RegExp(detail))).toBeDefined();
  expect(api.sent(`/outreach/sessions/${ID}`).map(({ body }) => body)).toMatchObject([
    { version: 2, onDay: '2023-05-12' },
  ]);
  expect(screen.getByRole('button', { name: 'Batalkan sesi' })).toBeDefined();
});

test('a late session says so and what to do, and who may has its papers by name', async () => {
  answering();
  await openPage(<Session session={session({ onDay: '2023-05-01', isLate: true })} />);
  expect(await screen.findByText('Lewat hari, belum dicatat')).toBeDefined();
  expect(screen.getByText(/Catat pelaksanaannya, ubah tanggalnya, atau batalkan/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Lembar 1' })).toHaveProperty(
    'href',
    expect.stringContaining(`/outreach/sessions/${ID}/invitations/1`),
  );
});

test('a session that was held is read with its report, and no longer changes', async () => {
  answering();
  const report = { basis: 'Surat dinas', outcome: 'Warga paham.', obstacles: 'Tidak ada.', conclusion: 'Selesai.' };
  const over = { state: 'held' as const, others: 3, report, mayHold: false, mayName: false, ender: 'Lurah' };
  await openPage(<Session session={session(over)} />);
  expect(await screen.findByText('Warga paham.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Laporan (PDF)' })).toBeDefined();
  for (const name of ['Catat pelaksanaan', 'Batalkan sesi', 'Undang keluarga', 'Sisanya tidak hadir']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
  expect(screen.queryByRole('link', { name: /bernama/ })).toBeNull();
});

const side = { kelurahan: 6, familiesBefore: 600, familiesAfter: 610, shareBefore: 0.2, shareAfter: 0.15 };
const effect = (more: Partial<OutreachEffect> = {}): OutreachEffect => ({
  ...{ cityCode: '32.75', cities: [], days: 30, code: null, missingTreated: 0, missingOthers: 0 },
  ...{ treated: side, others: { ...side, kelurahan: 12 }, treatedAlone: 1, othersAlone: 2, touched: 3 },
  adjusted: { effect: -0.042, low: -0.081, high: -0.003, freedom: 9.2 },
  plain: { effect: -0.058, low: -0.09, high: -0.026, freedom: 11 },
  rules: { least: 5, times: 2, apart: 0.1 },
  ...more,
});

test('an effect is read with its interval, the samples behind it and what was left out', async () => {
  await openPage(<EffectShown effect={effect()} />);
  expect(await screen.findByText('-4,2 poin (antara -8,1 dan -0,3)')).toBeDefined();
  expect(screen.getByText(/Selang tidak memuat nol/)).toBeDefined();
  expect(screen.getByRole('row', { name: /Dengan sesi.*6.*600.*610/ })).toBeDefined();
  expect(screen.getByText(/1 kelurahan dengan sesi dan 2 tanpa sesi .* 3 karena sesinya/)).toBeDefined();
});

test('an interval that holds nought is said to prove nothing', async () => {
  const unsure = { effect: -0.01, low: -0.05, high: 0.03, freedom: 9 };
  await openPage(<EffectShown effect={effect({ adjusted: unsure })} />);
  expect(await screen.findByText(/pengaruh belum terbukti/)).toBeDefined();
});

test('with too few there is no number but what is missing', async () => {
  const few = { code: 'OUTREACH_TOO_FEW' as const, missingTreated: 4, missingOthers: 0, adjusted: null, plain: null };
  await openPage(<EffectShown effect={effect(few)} />);
  expect(await screen.findByText(/kurang 4 kelurahan dengan sesi dan 0 kelurahan sebanding/)).toBeDefined();
  expect(screen.queryByText(/ poin \(antara/)).toBeNull();
});
