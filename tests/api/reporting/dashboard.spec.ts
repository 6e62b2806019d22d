import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { KELURAHAN } from '../../support/factories/rosters.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let made: MadeOrder;
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  made = await anOrder(database, 6);
  const [first = '', second = '', third = ''] = await instructionsOf(database, made.order.id);
  await applyFile(database, made.order, 'status', [aLine(first), aLine(second), aLine(third, 'failed')]);
  await applyFile(database, made.order, 'usage', [
    aLine(first, 'transacted', { onDate: '2023-03-21', withdrawnRupiah: '400000', balanceRupiah: '0' }),
  ]);
}, 60_000);
afterAll(() => scene.api.stop());

type Figures = Readonly<Record<string, { readonly families: number; readonly amountRupiah: string }>>;
interface Page {
  readonly name: string;
  readonly trail: readonly { readonly territoryCode: string; readonly isReaders: boolean }[];
  readonly figures: Figures;
  readonly partsAre: string | null;
  readonly parts: readonly {
    readonly territoryCode: string;
    readonly figures: Figures;
    readonly before: Figures | null;
  }[];
  readonly openBreaks: number;
  readonly before: { readonly periodId: string } | null;
  readonly deadlines: { readonly last: string } | null;
  readonly unused: readonly { readonly on: string; readonly families: number; readonly ended: number }[];
  readonly forecast: {
    readonly days: number;
    readonly perDay: number;
    readonly band: readonly { readonly on: string; readonly middle: number }[];
  } | null;
  readonly noForecast: string | null;
}

const path = (territory: string, of = ''): string => `/periods/${made.periodId}/dashboard${of}?territory=${territory}`;

async function pageOf(username: string, territory: string): Promise<Page> {
  const { status, body } = await (await scene.person(username)).get(path(territory));
  expect([territory, status]).toEqual([territory, 200]);
  return body as Page;
}

const PARTS = ['transacted', 'notTransacted', 'pending', 'failed', 'unreconciled', 'unallocated', 'remainder'];

test('the page has one shape from the nation to the kelurahan, and every part adds up to what it was allocated', async () => {
  const levels = [];
  for (const territory of ['ID', '32', '32.75', '32.75.02', KELURAHAN[0]]) {
    const page = await pageOf('bendahara', territory);
    levels.push(page.partsAre);
    expect(page.figures['remainder']).toEqual({ families: 0, amountRupiah: '0' });
    for (const { figures } of [page, ...page.parts]) {
      const sum = PARTS.reduce((total, part) => total + (figures[part]?.families ?? NaN), 0);
      expect(sum).toBe(figures['allocated']?.families);
    }
    expect(page.deadlines?.last).toBeDefined();
    if (page.partsAre !== null) expect(page.unused).toHaveLength(1);
    expect(page.trail.every(({ isReaders }) => isReaders)).toBe(true);
  }
  expect(levels).toEqual(['province', 'city', 'kecamatan', 'kelurahan', null]);
  const city = await pageOf('bendahara', '32.75');
  expect(city.figures).toMatchObject({
    allocated: { families: 8, amountRupiah: '3200000' },
    ordered: { families: 6 },
    credited: { families: 2 },
    transacted: { families: 1 },
    failed: { families: 1 },
    unallocated: { families: 2 },
  });
  expect(city.parts.map(({ territoryCode }) => territoryCode)).toEqual(['32.75.02', '32.75.03']);
});

test('the breaks of a territory are as many as its page says, at every level', async () => {
  const bendahara = await scene.person('bendahara');
  const seen = [];
  for (const territory of ['ID', '32', '32.75', '32.75.02', ...KELURAHAN]) {
    const query = `state=open&territoryCode=${territory}&limit=100`;
    const { rows } = (await bendahara.get(`/periods/${made.periodId}/breaks?${query}`)).body as { rows: unknown[] };
    expect([territory, rows.length]).toEqual([territory, (await pageOf('bendahara', territory)).openBreaks]);
    seen.push(rows.length);
  }
  expect(Math.max(...seen)).toBeGreaterThan(Math.min(...seen));
  const elsewhere = `/periods/${made.periodId}/breaks?territoryCode=33.74`;
  expect((await bendahara.get(elsewhere)).body).toMatchObject({ rows: [] });
});

test('the page and the statement of the same territory say the same', async () => {
  const bendahara = await scene.person('bendahara');
  const { body } = await bendahara.get(`/periods/${made.periodId}/cities/32.75/conservation`);
  const { statement } = body as { statement: Figures };
  const { figures } = await pageOf('bendahara', '32.75');
  for (const part of ['allocated', 'credited', 'returned', ...PARTS.slice(0, -1)]) {
    expect([part, figures[part]]).toEqual([part, statement[part]]);
  }
});

test('the period before of the same programme stands beside, part by part', async () => {
  const page = await pageOf('bendahara', '32.75');
  expect(page.before?.periodId).toBe(scene.period.periodId);
  const nation = await pageOf('bendahara', 'ID');
  expect(nation.parts.find(({ territoryCode }) => territoryCode === '32')?.before?.['allocated']?.families).toBe(100);
  const first = await (await scene.person('bendahara')).get(`/periods/${scene.period.periodId}/dashboard`);
  expect((first.body as Page).before).toBeNull();
});

test('who covers a city opens it and what lies in it, and nothing above or beside', async () => {
  const mayor = await scene.person('walikota');
  for (const territory of ['32.75', '32.75.02', KELURAHAN[2]]) {
    expect([territory, (await mayor.get(path(territory))).status]).toEqual([territory, 200]);
  }
  for (const territory of ['ID', '32', '32.76', '32.76.01']) {
    const { status, body } = await mayor.get(path(territory));
    expect([territory, status, (body as { code: string }).code]).toEqual([territory, 404, 'PERIOD_UNKNOWN']);
    expect((await mayor.get(path(territory, '/xlsx'))).status).toBe(404);
  }
  const { trail } = await pageOf('walikota', '32.75.02');
  expect(trail.filter(({ isReaders }) => isReaders).map(({ territoryCode }) => territoryCode)).toEqual([
    '32.75',
    '32.75.02',
  ]);
});

test('who reads no money is refused, an unknown period is not found, and what is no territory is a wrong request', async () => {
  expect((await (await scene.person('lurah.kranji')).get(path('32.75.02'))).status).toBe(403);
  const bendahara = await scene.person('bendahara');
  expect((await bendahara.get('/periods/6f1c2b1e-0000-4000-8000-000000000001/dashboard')).status).toBe(404);
  expect((await bendahara.get(path('32.7'))).status).toBe(400);
});

test('after a week of whole days the page forecasts to the last day, from what ended on them, and says before that it cannot', async () => {
  const early = await pageOf('bendahara', '32.75');
  expect([early.forecast, early.noForecast]).toEqual([null, 'few_days']);
  await scene.sql(`update programme_clock set offset_ms = offset_ms + 8 * 86400000`);
  const { forecast, noForecast, unused, deadlines } = await pageOf('bendahara', '32.75');
  expect(noForecast).toBeNull();
  const ended = unused.reduce((sum, day) => sum + day.ended, 0);
  expect(ended).toBe(1);
  expect(forecast).toMatchObject({ days: 8, perDay: 1 / 8 });
  expect(forecast?.band[0]?.middle).toBe(unused.at(-1)?.families);
  expect(forecast?.band.at(-1)?.on).toBe(deadlines?.last);
});

test('the table of the parts is handed out as a workbook', async () => {
  const [heading, ...rows] = await wholeList(scene, path('32.75', '/xlsx'), 'bendahara');
  expect(heading?.slice(0, 4)).toEqual(['KODE WILAYAH', 'WILAYAH', 'ALOKASI (KPM)', 'ALOKASI (Rp)']);
  expect(rows.map((row) => row.slice(0, 4)).toSorted()).toEqual([
    ['32.75.02', expect.any(String), 4, 1_600_000],
    ['32.75.03', expect.any(String), 2, 800_000],
  ]);
});
