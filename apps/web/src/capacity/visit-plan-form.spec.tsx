import { screen, within } from '@testing-library/react';
import type { VisitPlan, Workload } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { VisitPlanForm } from './visit-plan-form';
import { WorkloadTables } from './workload-tables';

const PERIOD = '0198a000-0000-7000-8000-000000000001';
const workload: Workload = {
  from: '2023-04-03',
  places: [
    {
      ...{ kecamatanCode: '32.75.02', kecamatan: 'Bekasi Barat', open: 232, incoming: 12, perWorkingDay: 3.5 },
      ...{ deadlineOn: '2023-06-25', finishesOn: '2023-07-20', missed: 40 },
    },
    {
      ...{ kecamatanCode: '32.75.03', kecamatan: 'Bekasi Utara', open: 90, incoming: 0, perWorkingDay: 0 },
      ...{ deadlineOn: '2023-06-25', finishesOn: null, missed: null },
    },
  ],
  visitors: [
    {
      ...{ officer: 'Rini Contoh', role: 'tksk', territoryCode: '32.75.02', place: 'Bekasi Barat', held: 9 },
      ...{ visitsLately: 35, minutes: 25.5, timed: 30 },
    },
  ],
};
const plan: VisitPlan = {
  ...{ cases: 322, missed: { today: 130, plan: 12, greedy: 20 } },
  moves: [
    {
      officer: null,
      role: 'tksk',
      kelurahanCode: '32.75.02.1002',
      kelurahan: 'Kranji',
      deadlineOn: '2023-06-25',
      cases: 52,
    },
  ],
  rates: [{ role: 'tksk', persons: 12, perWorkingDay: 3.5, source: 'peers', sample: 7 }],
  cost: { officers: 13, rupiahPerMonth: '700000', today: '8400000', plan: '9100000', isEntered: false },
};

beforeAll(() => bringWords('capacity'));

test('each figure has its words: what will be missed, and what was not measured', async () => {
  anApi(() => good({}));
  await openPage(<WorkloadTables periodId={PERIOD} workload={workload} />);
  const table = await screen.findByRole('table', { name: 'Kecamatan' });
  expect(within(table).getByText('40 dari 232')).toBeTruthy();
  expect(within(table).getAllByText('Belum terukur')).toHaveLength(2);
  expect(screen.getByText('25,5 (30 kunjungan)')).toBeTruthy();
});

test('a plan is reckoned for what was entered, and says what it takes for granted and costs', async () => {
  const queries: object[] = [];
  anApi(({ query }) => {
    queries.push(query);
    return good(plan);
  });
  const user = await openPage(<VisitPlanForm periodId={PERIOD} workload={workload} />);
  await user.type(await screen.findByLabelText('TKSK tambahan'), '1');
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Hitung rencana' }));
  expect(await screen.findByText('12 dari 322')).toBeTruthy();
  expect(screen.getByText(/Rp9\.100\.000 \(13 × Rp700\.000\)/)).toBeTruthy();
  expect(screen.getByText('Nilai tengah 7 orang yang terukur')).toBeTruthy();
  expect(screen.getByText(/TKSK tambahan \(TKSK\)/)).toBeTruthy();
  expect(queries).toEqual([{ kecamatanCode: '32.75.02', moreTksk: '1', helpers: 'yes' }]);
});
