import { screen, within } from '@testing-library/react';
import type { Me, SpotCheckDetails, SpotFamily, SpotPlan } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { DrawForm } from './draw-form';
import { Estimates } from './estimates';
import { SampleFamilies } from './sample-families';

beforeAll(() => bringWords('monitoring'));

const ID = '6f1c2b1e-0000-4000-8000-000000000001';
const me = {
  ...{ officerId: ID, username: 'tksk', fullName: 'TKSK', language: 'id', sandbox: false, now: '2023-05-02T03:00:00Z' },
  ...{ powers: [], standsFor: [] },
  appointments: [
    { id: ID, role: 'dinsos_head', officeName: 'Dinsos', territoryCode: '32.75', validFrom: '2020-01-01' },
  ],
} as Me;
const check: SpotCheckDetails = {
  ...{
    id: ID,
    periodId: ID,
    months: ['2023-03'],
    cityCode: '32.75',
    cityName: 'Kota Bekasi',
    confidence: 95,
    margin: 5,
  },
  ...{ seed: 'kunci-7', state: 'drawn', population: 900, sample: 270, answered: 2, closesOn: '2023-06-01' },
  ...{ isLate: false, drawer: 'Kepala', drawnAt: '2023-05-01T03:00:00Z', closedAt: null },
  ...{ mayVisit: true, mayClose: false, strata: [] },
  estimates: [
    { measure: 'received', known: 40, yes: 34, estimate: { share: 0.851, low: 0.7, high: 0.93 }, missing: [] },
    { measure: 'fair_price', known: 3, yes: 1, estimate: null, missing: ['Pondokgede', 'Jatiasih'] },
  ],
};
const family: SpotFamily = {
  ...{ id: '41', kpmCode: 'KPM-41', familyCode: null, nikMasked: '••••0041', stratumCode: '32.75.02', position: 3 },
  ...{ kelurahanCode: '32.75.02.1002', kelurahanName: 'Kranji', rtRw: '001/002', isReplacement: false },
  ...{ isReplaced: false, receipt: null, usedForFood: null, ownControl: null, fairPrice: null, unreached: null },
  ...{ note: null, visitedOn: null, visitor: null },
};

const answering = (families: readonly SpotFamily[], command: () => Response = () => good(null)) =>
  anApi(({ method, path }) => {
    if (path.endsWith('/me')) return good(me);
    return method === 'GET' ? good({ rows: families, next: null }) : command();
  });
const choose = async (user: Awaited<ReturnType<typeof openPage>>, label: RegExp, option: string): Promise<void> => {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
};

test('an estimate is read with its interval; where a kecamatan is silent it says which', async () => {
  await openPage(<Estimates check={check} />);
  expect(await screen.findByText('85,1 % (antara 70,0 % dan 93,0 %)')).toBeDefined();
  expect(screen.getByText('34 dari 40 jawaban')).toBeDefined();
  expect(screen.getByText(/belum ada jawaban di Pondokgede, Jatiasih/)).toBeDefined();
});

test('a visit is six answers, and what is not known stays so', async () => {
  const api = answering([family]);
  const user = await openPage(<SampleFamilies check={check} />);
  await user.click(await screen.findByRole('button', { name: 'Catat hasil' }));
  expect(within(screen.getByRole('table')).getAllByRole('combobox')).toHaveLength(4);
  await choose(user, /Dipakai untuk pangan/, 'Ya');
  await choose(user, /Harga wajar/, 'Tidak');
  await user.click(screen.getByRole('button', { name: 'Simpan hasil' }));
  const answers = { usedForFood: 'yes', ownControl: 'unknown', fairPrice: 'no' };
  expect(api.sent('/families/41/results').map(({ body }) => body)).toEqual([
    { receipt: 'received', ...answers, visitedOn: '2023-05-02', note: '' },
  ]);
});

test('who was not reached has a reason, and a replacement is taken afterwards; a refusal is read', async () => {
  const detail = 'Tidak ada lagi keluarga pengganti di kecamatan ini.';
  const gone: SpotFamily = { ...family, unreached: 'moved', visitedOn: '2023-05-02', visitor: 'TKSK' };
  const api = answering([gone], () => refusal(422, 'SPOT_CHECK_NOBODY_LEFT', detail));
  const user = await openPage(<SampleFamilies check={check} />);
  expect(await screen.findByText('Tidak ditemui: Pindah')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Ambil pengganti' }));
  expect(await screen.findByText(new RegExp(detail))).toBeDefined();
  expect(api.sent('/families/41/replace')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Perbaiki hasil' }));
  expect(screen.queryByRole('combobox', { name: /pangan/ })).toBeNull();
});

test('what a sample would be is shown before it is drawn, and a kecamatan may have more', async () => {
  const plan: SpotPlan = {
    ...{ population: 900, sample: 270, reached: 5 },
    strata: [{ code: '32.75.02', name: 'Bekasi Barat', population: 900, sample: 270 }],
  };
  const api = anApi(({ method, path }) => {
    if (path.endsWith('/me')) return good(me);
    if (path.endsWith('/periods')) return good([{ id: ID, months: ['2023-03'], openedOn: '2023-03-01' }]);
    return good(method === 'GET' ? plan : { id: ID });
  });
  const user = await openPage(<DrawForm onClose={() => undefined} />);
  expect(await screen.findByText(/^270 dari 900 keluarga akan dikunjungi.*± 5 poin/)).toBeDefined();
  const size = screen.getByRole('spinbutton', { name: 'Sampel, Bekasi Barat' });
  await user.clear(size);
  await user.type(size, '300');
  expect(screen.getByText(/^300 dari 900 keluarga/)).toBeDefined();
  await user.type(screen.getByLabelText(/^Selesai paling lambat/), '2023-06-01');
  await user.click(screen.getByRole('button', { name: 'Tarik sampel' }));
  expect(api.sent('/spot-checks').map(({ body }) => body)).toEqual([
    {
      ...{ periodId: ID, cityCode: '32.75', confidence: 95, margin: 5, closesOn: '2023-06-01' },
      sizes: { '32.75.02': 300 },
    },
  ]);
});
