import { rowsOf, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { setToday } from '../../support/factories/task-services.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
  await setToday(scene.api.database, '2023-03-06');
}, 60_000);
afterAll(() => scene.api.stop());

const QUOTAS = [
  { cityCode: '32.75', quotaFamilies: 2100 },
  { cityCode: '32.73', quotaFamilies: 50 },
];

/** An allocation that came back to its preparer, with what a programme officer does with it. */
async function aReturnedAllocation(kind: 'allocation.prepare' | 'allocation.verify' = 'allocation.prepare') {
  const { manager } = scene.api.database;
  const { periodId, ...period } = await aPeriod(manager, { quota: 2000 });
  const place = { cityCode: 'ID', territoryCode: 'ID', subjectType: 'period', subjectId: periodId } as const;
  const task = aNewTask({ periodId, ...period }, { kind, ...place, chainKey: `allocation:${periodId}` });
  const { taskId } = await openTask(scene.api.database, task);
  const officer = await scene.person('program');
  return {
    taskId,
    periodId,
    claim: () => officer.post(`/tasks/${taskId}/claim`),
    put: (quotas: unknown = QUOTAS, key?: string) =>
      officer.put(`/periods/${periodId}/allocations`, { quotas }, key === undefined ? {} : { key }),
    send: (artefactHash: string) =>
      officer.post(`/tasks/${taskId}/decide`, { outcome: 'submitted', artefactHash, details: {} }),
    suspend: () => officer.post(`/tasks/${taskId}/suspend`, { reason: 'Menunggu surat', until: '2023-03-09' }),
    task: () => new TaskRepository(manager).facts(taskId),
    quotas: async () => {
      const { body } = await officer.get(`/periods/${periodId}`);
      return (body as { total: { families: number } }).total.families;
    },
    notes: () =>
      rowsOf<{ details: unknown }>(
        manager,
        `select details from audit_entry where action = 'quotas.changed' and subject_id = $1`,
        [periodId],
      ),
  };
}

test('the holder changes them; the task is about the new ones at once, and the trail says what they were', async () => {
  const allocation = await aReturnedAllocation();
  await allocation.claim();
  expect(await allocation.put()).toMatchObject({ status: 200, body: { total: { families: 2150 } } });

  const { artefactHash, families, amountRupiah } = await allocation.task();
  expect(artefactHash).not.toBe('hash');
  expect([families, amountRupiah]).toEqual([2150, '860000000']);
  expect(await allocation.notes()).toEqual([
    {
      details: {
        taskId: allocation.taskId,
        before: { '32.75': 2000 },
        after: { '32.73': 50, '32.75': 2100 },
        artefactHash,
      },
    },
  ]);
  expect(await allocation.send('hash')).toMatchObject({ status: 409, code: 'ARTEFACT_CHANGED' });
  expect(await allocation.send(artefactHash)).toMatchObject({ status: 200 });
});

test('the same command twice is one change', async () => {
  const allocation = await aReturnedAllocation();
  await allocation.claim();
  const first = await allocation.put(QUOTAS, 'twice');
  expect((await allocation.put(QUOTAS, 'twice')).body).toEqual(first.body);
  expect(await allocation.notes()).toHaveLength(1);
});

type Returned = Awaited<ReturnType<typeof aReturnedAllocation>>;

const byAColleague = async ({ taskId }: Returned): Promise<void> => {
  const { officerId } = await anOfficer(scene.api.database.manager, 'programme_officer');
  await scene.sql(`update task set state = 'reserved', last_event = 'claim', owner_id = $2 where id = $1`, [
    taskId,
    officerId,
  ]);
};
const sent = async (allocation: Returned): Promise<void> => {
  await allocation.send('hash');
};
const suspended = async (allocation: Returned): Promise<void> => {
  await allocation.claim();
  expect(await allocation.suspend()).toMatchObject({ status: 200 });
};

test.each([
  ['nobody holds', () => Promise.resolve(), 'TASK_NOT_HELD', 409],
  ['a colleague holds', byAColleague, 'TASK_HELD', 409],
  ['rests', suspended, 'TASK_SUSPENDED', 409],
  ['was sent', sent, 'ALLOCATION_CLOSED', 422],
] as const)('quotas of an allocation that %s stay as they are', async (_how, happened, code, status) => {
  const allocation = await aReturnedAllocation();
  await happened(allocation);
  const before = await allocation.task();
  expect(await allocation.put()).toMatchObject({ status, code });
  expect(await allocation.quotas()).toBe(2000);
  expect((await allocation.task()).artefactHash).toBe(before.artefactHash);
  expect(await allocation.notes()).toEqual([]);
});

test('quotas that are being verified or approved stay as they are', async () => {
  const allocation = await aReturnedAllocation('allocation.verify');
  expect(await allocation.put()).toMatchObject({ code: 'ALLOCATION_CLOSED' });
});

test.each([
  ['a city that does not exist', [{ cityCode: '99.99', quotaFamilies: 1 }], 'QUOTA_TERRITORY'],
  ['the same city twice', [...QUOTAS, { cityCode: '32.75', quotaFamilies: 1 }], 'QUOTA_TWICE'],
])('%s is refused and changes nothing', async (_what, quotas, code) => {
  const allocation = await aReturnedAllocation();
  await allocation.claim();
  expect(await allocation.put(quotas)).toMatchObject({ status: 422, code });
  expect([await allocation.quotas(), (await allocation.task()).artefactHash]).toEqual([2000, 'hash']);
});
