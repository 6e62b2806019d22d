import { MandateRepository, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod, CITY } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const mandates = () => new MandateRepository(database.manager);
const ofPeriod = async (periodId: string) => (await mandates().list(['ID'])).filter((row) => row.periodId === periodId);

test('a city gets one mandate a period, for the office that answers it, however many offices it has', async () => {
  await anOfficer(database.manager, 'mayor');
  await database.manager.query(
    `insert into office (name, level, territory_code) values ('Aaa Wali Kota', 'city', $1)`,
    [CITY],
  );
  const { periodId } = await aPeriod(database.manager, { mandate: 'granted', quota: 7 });
  await mandates().grantForPeriod(periodId, 300);

  const granted = await ofPeriod(periodId);
  expect(granted).toHaveLength(1);
  expect(granted[0]).toMatchObject({ grantee: 'Office city 32.75', ceilingFamilies: 7, state: 'granted' });
});

test('an event that already holds changes nothing, an impossible one is refused', async () => {
  const { periodId, cityCode } = await aPeriod(database.manager, { mandate: 'granted' });
  const { id } = await mandates().ofCity(periodId, cityCode);
  for (const event of ['accepted', 'accepted', 'suspended', 'suspended', 'resumed', 'revoked', 'revoked'] as const) {
    await mandates().record(id, event, undefined);
  }
  await expect(mandates().record(id, 'resumed', undefined)).rejects.toMatchObject({ code: 'MANDATE_NOT_LIVE' });
  const events = await database.manager.query<{ event: string }[]>(
    'select event from mandate_event where mandate_id = $1 order by id',
    [id],
  );
  expect(events.map(({ event }) => event)).toEqual(['granted', 'accepted', 'suspended', 'resumed', 'revoked']);
});

test('a task is judged by the mandate as it stands, not as it stood', async () => {
  const period = await aPeriod(database.manager);
  const { taskId } = await openTask(database.source, aNewTask(period, { kind: 'roster.submit' }));
  const { id } = await mandates().ofCity(period.periodId, period.cityCode);
  const stateSeen = async () => (await new TaskRepository(database.manager).facts(taskId)).mandate?.state;

  expect(await stateSeen()).toBe('accepted');
  await mandates().record(id, 'suspended', undefined);
  expect(await stateSeen()).toBe('suspended');
});
