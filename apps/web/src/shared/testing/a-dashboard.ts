import type { Dashboard, DashboardPart } from '../../api/schemas';

export const PERIOD = '6f1c2b1e-0000-4000-8000-000000000001';
const BEFORE = '6f1c2b1e-0000-4000-8000-000000000002';
export const measure = (families: number) => ({ families, amountRupiah: String(families * 400_000) });

export const figuresOf = (transacted: number, notTransacted: number, unallocated = 0): DashboardPart['figures'] => ({
  ...{ allocated: measure(transacted + notTransacted + unallocated), ordered: measure(transacted + notTransacted) },
  ...{ credited: measure(transacted + notTransacted), transacted: measure(transacted) },
  ...{ notTransacted: measure(notTransacted), pending: measure(0), failed: measure(0), unreconciled: measure(0) },
  ...{ unallocated: measure(unallocated), returned: measure(0), remainder: measure(0) },
});
const part = (territoryCode: string, name: string, figures: DashboardPart['figures']): DashboardPart => ({
  ...{ territoryCode, name, figures, openCases: 3, openBreaks: 0, before: null },
});

/** A city with a kecamatan ahead, one behind, and one whose money has not come. */
export const aCity: Dashboard = {
  ...{ at: '2023-04-03T02:00:00Z', months: ['2023-03', '2023-04'], territoryCode: '32.75', name: 'Kota Bekasi' },
  trail: [
    { territoryCode: 'ID', name: 'Indonesia', isReaders: false },
    { territoryCode: '32', name: 'Jawa Barat', isReaders: true },
    { territoryCode: '32.75', name: 'Kota Bekasi', isReaders: true },
  ],
  ...{ figures: figuresOf(140, 60, 10), openCases: 60, openBreaks: 2, partsAre: 'kecamatan' },
  parts: [
    { ...part('32.75.01', 'Bekasi Timur', figuresOf(95, 5)), before: figuresOf(80, 20) },
    part('32.75.02', 'Bekasi Barat', figuresOf(45, 55)),
    part('32.75.03', 'Bekasi Utara', figuresOf(0, 0)),
  ],
  reasons: [
    { reason: 'not_visited', families: 45, amountRupiah: '18000000' },
    { reason: 'card_lost', families: 15, amountRupiah: '6000000' },
  ],
  unused: [
    { on: '2023-03-20', ...measure(200), ended: 0 },
    { on: '2023-04-01', ...measure(60), ended: 140 },
  ],
  deadlines: { first: '2023-06-25', last: '2023-07-02' },
  ...{ forecast: null, noForecast: null },
  before: { periodId: BEFORE, months: ['2023-01', '2023-02'], figures: figuresOf(100, 100) },
};
