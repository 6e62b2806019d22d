import type { Person } from '../../support/factories/api-client.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let officer: Person;
let kpa: Person;
beforeAll(async () => {
  scene = await aScene();
  officer = await scene.person('program');
  kpa = await scene.person('kpa');
}, 60_000);
afterAll(() => scene.api.stop());

/** Beyond the years that the sandbox has a budget for. */
const YEAR = 2071;
const DIPA = {
  ...{ programme: 'sembako', year: YEAR, dipaNumber: 'SP DIPA-027/2071', dipaOn: '2023-01-02' },
  amountRupiah: '40000000',
};

interface Listed {
  readonly years: readonly { year: number; ceilingRupiah: string | null; leftRupiah: string | null }[];
  readonly budgets: readonly { id: string; isOwnProposal: boolean }[];
}

test('a DIPA is entered, confirmed by the KPA, and holds back a quota above it with the figures in words', async () => {
  const proposed = await officer.post('/budgets', DIPA, { key: 'dipa-2071' });
  expect(proposed.status).toBe(201);
  expect(await officer.post('/budgets', DIPA, { key: 'dipa-2071' })).toEqual(proposed);
  const { id } = proposed.body as { id: string };
  const own = (await officer.get('/budgets')).body as Listed;
  expect(own.budgets.find((one) => one.id === id)?.isOwnProposal).toBe(true);

  const period = await aPeriod(scene.api.database.manager, {
    ...{ quota: 101, months: ['2071-03', '2071-04'], isPosted: false, mandate: 'none' },
  });
  const place = { cityCode: 'ID', territoryCode: 'ID', subjectType: 'period', subjectId: period.periodId } as const;
  const task = aNewTask(period, { kind: 'allocation.approve', ...place, chainKey: `allocation:${period.periodId}` });
  const { taskId } = await openTask(scene.api.database, task);
  await kpa.post(`/tasks/${taskId}/claim`);
  const approve = () => kpa.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash: 'hash', details: {} });
  expect(await approve()).toMatchObject({ status: 422, body: { code: 'BUDGET_MISSING' } });

  expect((await kpa.post(`/budgets/${id}/confirm`)).status).toBe(204);
  const refused = await approve();
  expect(refused).toMatchObject({ status: 422, body: { code: 'BUDGET_EXCEEDED' } });
  expect((refused.body as { detail: string }).detail).toContain('Rp400.000');
  const seen = await kpa.get(`/periods/${period.periodId}/budget`);
  expect(seen.body).toEqual({
    years: [
      {
        ...{ year: YEAR, ceilingRupiah: '40000000', committedRupiah: '0' },
        ...{ wantedRupiah: '40400000', leftRupiah: '-400000' },
      },
    ],
  });
});

test.each([
  ['no amount', { ...DIPA, amountRupiah: '0' }],
  ['half a rupiah', { ...DIPA, amountRupiah: '1.5' }],
  ['a number that is none', { ...DIPA, dipaNumber: ' ' }],
  ['a day that is none', { ...DIPA, dipaOn: '2023-02-30' }],
  ['a year of the past century', { ...DIPA, year: 1999 }],
])('%s is refused by its field', async (_name, body) => {
  expect(await officer.post('/budgets', body)).toMatchObject({ status: 400 });
});

test('a period is not opened in a year without a budget, and nothing of it stays', async () => {
  const body = {
    ...{ programme: 'sembako', firstMonth: '2072-03', channel: 'card' },
    quotas: [{ cityCode: '32.75', quotaFamilies: 10 }],
  };
  expect(await officer.post('/periods', body)).toMatchObject({ status: 422, body: { code: 'BUDGET_MISSING' } });
  const { body: periods } = await officer.get('/periods');
  expect((periods as { code: string }[]).some(({ code }) => code === '2072-03')).toBe(false);
});
