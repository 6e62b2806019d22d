import { MandateRepository } from '#persistence';
import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { anOfficer } from '../../support/factories/officers.js';
import { anOrder, type MadeOrder } from '../../support/factories/orders.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { aScene, KRANJI, type Scene } from '../../api/support/scene.js';
import type { Person } from '../../support/factories/api-client.js';

let scene: Scene;
let made: MadeOrder;
/** Every object of one city that can be asked for by its id. */
let objects: Readonly<Record<string, string>>;
let strangers: Readonly<Record<string, Person>>;

beforeAll(async () => {
  scene = await aScene();
  made = await anOrder(scene.api.database);
  const { manager } = scene.api.database;
  const [row] = await manager.query<{ rosterId: string }[]>(
    'select roster_id as "rosterId" from decree where id = $1',
    [made.decreeId],
  );
  const mandate = await new MandateRepository(manager).ofCity(made.periodId, '32.75');
  const { taskId } = await openTask(
    scene.api.database,
    aNewTask(made, { kind: 'endorsement.lurah', territoryCode: KRANJI }),
  );
  const city = `/periods/${made.periodId}/cities/32.75`;
  objects = {
    decree: `/decrees/${made.decreeId}`,
    order: `/orders/${made.order.id}`,
    roster: `/rosters/${row?.rosterId ?? ''}`,
    'versions of a roster': `/rosters/${row?.rosterId ?? ''}/versions`,
    'changes of a roster': `/rosters/${row?.rosterId ?? ''}/changes?from=${row?.rosterId ?? ''}`,
    mandate: `/mandates/${mandate.id}/events`,
    task: `/tasks/${taskId}`,
    'changes of a task': `/tasks/${taskId}/changes`,
    'reasons about a task': `/why?taskId=${taskId}&action=claim`,
    board: `${city}/board`,
    statement: `${city}/conservation`,
    'statement of a part': `${city}/conservation?within=32.75.02`,
    'statement of a territory': `/periods/${made.periodId}/conservation?within=32.75`,
  };
  strangers = await strangersOf();
}, 60_000);
afterAll(() => scene.api.stop());

/** Offices of another city, with the password of everybody. */
async function strangersOf(): Promise<Record<string, Person>> {
  const { manager } = scene.api.database;
  const [demo] = await manager.query<{ hash: string }[]>(
    `select password_hash as hash from officer where username = 'ppk'`,
  );
  const people: Record<string, Person> = {};
  for (const [role, territoryCode] of [
    ['mayor', '32.76'],
    ['dinsos_head', '31.71'],
    ['lurah', '32.76.01.1001'],
    ['province_observer', '31'],
  ] as const) {
    const { username } = await anOfficer(manager, role, { territoryCode, passwordHash: demo?.hash ?? DEMO_PASSWORD });
    people[role] = await scene.person(username);
  }
  return people;
}

test('an auditor reads each of them, so that a refusal below is a refusal', async () => {
  const auditor = await scene.person('auditor');
  for (const [name, path] of Object.entries(objects))
    expect([name, (await auditor.get(path)).status]).toEqual([name, 200]);
});

test.each(['mayor', 'dinsos_head', 'lurah', 'province_observer'])(
  'a %s of elsewhere reads none of them',
  async (who) => {
    for (const [name, path] of Object.entries(objects)) {
      const { status } = (await strangers[who]?.get(path)) ?? { status: 0 };
      expect([name, [403, 404].includes(status)]).toEqual([name, true]);
    }
  },
);

test('one’s own territory in the query opens nobody else’s city', async () => {
  const mayor = await scene.person('walikota');
  for (const city of ['32.76', '31.71']) {
    for (const path of [
      `conservation?within=32.75`,
      `conservation?within=${city}`,
      'conservation',
      'board?within=32.75',
    ]) {
      const { status } = await mayor.get(`/periods/${made.periodId}/cities/${city}/${path}`);
      expect([city, path, status]).toEqual([city, path, 404]);
    }
  }
});

test('nobody reads them without a session', async () => {
  for (const [name, path] of Object.entries(objects)) {
    expect([name, (await fetch(`${scene.api.url}/api/v1${path}`)).status]).toEqual([name, 401]);
  }
});

test('a board shows money to those who read money, and the work to everybody of the city', async () => {
  const board = async (who: string): Promise<Record<string, unknown>> =>
    (await (await scene.person(who)).get(objects['board'] ?? '')).body as Record<string, unknown>;
  expect(await board('walikota')).toMatchObject({ statement: { allocated: { families: 8 } }, orderId: made.order.id });
  for (const who of ['lurah.kranji', 'tksk.bekasi-barat', 'operator.kranji', 'camat.bekasi-barat']) {
    const seen = await board(who);
    expect(seen).toMatchObject({ statement: null, openBreaks: null, orderId: null, cityCode: '32.75' });
    expect(seen['stages']).toHaveLength(12);
  }
});
