import { anOrder, applyFile, instructionsOf, aLine } from '../../support/factories/orders.js';
import type { MadePeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Answer {
  statement: { allocated: { families: number }; firstDifferenceFamilies: number; ledgerDifferences: unknown[] };
  parts: { territoryCode: string; statement: Answer['statement'] }[];
}

/** A period in which the bank has credited and the families withdrawn; one of them is then gone from the database. */
async function aLostFamily(): Promise<MadePeriod> {
  const made = await anOrder(scene.api.database, 6);
  const ids = await instructionsOf(scene.api.database, made.order.id);
  for (const [kind, state] of [
    ['status', 'credited'],
    ['usage', 'transacted'],
  ] as const) {
    await applyFile(
      scene.api.database,
      made.order,
      kind,
      ids.map((id) => ({ ...aLine(id, state), onDate: '2023-03-20' })),
    );
  }
  await scene.sql('delete from entitlement where end_to_end_id = $1', [ids[0]]);
  return made;
}

const LOST = [{ state: 'transacted', families: 1, amountRupiah: '400000' }];

test('the ministry sees the difference in the nation, in the province and in the city', async () => {
  const { periodId } = await aLostFamily();
  const ppk = await scene.person('ppk');
  for (const [within, level, place] of [
    ['ID', 'province', '32'],
    ['32', 'city', '32.75'],
    ['32.75', 'kecamatan', '32.75.02'],
  ]) {
    const { status, body } = await ppk.get(`/periods/${periodId}/conservation?within=${within}&level=${level}`);
    const { statement, parts } = body as Answer;
    expect(status).toBe(200);
    expect(statement).toMatchObject({ firstDifferenceFamilies: 1, ledgerDifferences: LOST });
    expect(parts.filter((part) => part.statement.ledgerDifferences.length > 0)).toMatchObject([
      { territoryCode: place, statement: { firstDifferenceFamilies: 1, ledgerDifferences: LOST } },
    ]);
  }
  const city = await ppk.get(`/periods/${periodId}/cities/32.75/conservation?level=kelurahan`);
  expect((city.body as Answer).statement.ledgerDifferences).toEqual(LOST);
});

test('nobody reads the statement of a territory they do not cover', async () => {
  const path = (within: string): string => `/periods/${scene.period.periodId}/conservation?within=${within}`;
  const mayor = await scene.person('walikota');
  expect((await mayor.get(path('32.75'))).status).toBe(200);
  for (const place of ['ID', '32', '32.76']) expect((await mayor.get(path(place))).status).toBe(404);
  expect((await mayor.get(path('anywhere'))).status).toBe(400);
});

test.each([
  ['report.city', 'dinsos.operator', 'submitted', 'REPORT_DIFFERENCE'],
  ['report.accept', 'program', 'approved', 'REPORT_DIFFERENCE'],
  ['period.close', 'kpa', 'approved', 'CLOSURE_DIFFERENCE'],
] as const)('%s is refused while the ledger and the rows differ', async (kind, username, outcome, code) => {
  const made = await aLostFamily();
  const { taskId } = await openTask(scene.api.database, aNewTask(made, { kind, subjectType: 'report' }));
  const person = await scene.person(username);
  const refused = await person.post(`/tasks/${taskId}/decide`, { outcome, artefactHash: 'hash' });
  expect(refused).toMatchObject({ status: 422, code });
  expect(refused.detail).toContain('Kota Bekasi');
});
