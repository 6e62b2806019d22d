import { PolicyRepository } from '#persistence';
import { readPolicies } from '#policies';
import type { Person } from '../../support/factories/api-client.js';
import { aBudget } from '../../support/factories/budgets.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let officer: Person;
beforeAll(async () => {
  scene = await aScene();
  officer = await scene.person('program');
  const [policy] = readPolicies();
  const parameters = (policy?.parameters ?? []).map((one) =>
    one.key === 'benefit.rupiah_per_month' ? { ...one, value: 150_000 } : one,
  );
  await new PolicyRepository(scene.api.database.manager).keep('bantuan-contoh', 'made up', parameters);
}, 60_000);
afterAll(() => scene.api.stop());

const channel = (months: number, rupiahPerFamily: string): unknown =>
  expect.objectContaining({ months, rupiahPerFamily });

test('every programme with rules is there, with what a family gets by each channel', async () => {
  const { body } = await officer.get('/programmes');
  expect(body).toEqual([
    expect.objectContaining({ code: 'bantuan-contoh', channels: [channel(2, '300000'), channel(3, '450000')] }),
    expect.objectContaining({ code: 'sembako', channels: [channel(2, '400000'), channel(3, '600000')] }),
  ]);
});

test('a period of another programme pays by its own rules and out of its own budget', async () => {
  const open = () =>
    officer.post('/periods', {
      ...{ programme: 'bantuan-contoh', firstMonth: '2023-03', channel: 'card' },
      quotas: [{ cityCode: '32.75', quotaFamilies: 10 }],
    });
  expect(await open()).toMatchObject({ status: 422, body: { code: 'BUDGET_MISSING' } });
  await aBudget(scene.api.database.manager, { programme: 'bantuan-contoh', year: 2023, amountRupiah: 3_000_000n });
  expect(await open()).toMatchObject({ status: 201, body: { total: { families: 10, amountRupiah: '3000000' } } });
});

test('a programme without rules has no period', async () => {
  const body = {
    ...{ programme: 'tanpa-aturan', firstMonth: '2023-03', channel: 'card' },
    quotas: [{ cityCode: '32.75', quotaFamilies: 10 }],
  };
  expect(await officer.post('/periods', body)).toMatchObject({ status: 404, body: { code: 'PROGRAMME_UNKNOWN' } });
});
