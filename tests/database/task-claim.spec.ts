import { TaskRepository } from '#persistence';
import { anOfficer } from '../support/factories/officers.js';
import { aPeriod } from '../support/factories/periods.js';
import { aNewTask, openTask } from '../support/factories/tasks.js';
import { useDatabase } from '../support/factories/use-database.js';

const database = useDatabase(50);

test('of fifty connections that claim at once one wins', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const officers = await Promise.all(Array.from({ length: 50 }, () => anOfficer(database.manager, 'ppk')));

  const claims = await Promise.all(
    officers.map(({ officerId }) => new TaskRepository(database.manager).claim(taskId, officerId)),
  );

  expect(claims.filter(Boolean)).toHaveLength(1);
  const task = await new TaskRepository(database.manager).find(taskId);
  expect(task).toMatchObject({ state: 'reserved', ownerId: officers[claims.indexOf(true)]?.officerId });
});

test('the winner may claim again, and only the winner may free the task', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const [winner, other] = [await anOfficer(database.manager, 'ppk'), await anOfficer(database.manager, 'ppk')];
  const tasks = new TaskRepository(database.manager);

  await expect(tasks.claim(taskId, winner.officerId)).resolves.toBe(true);
  await expect(tasks.claim(taskId, winner.officerId)).resolves.toBe(true);
  await expect(tasks.release(taskId, other.officerId)).resolves.toBe(false);
  await expect(tasks.release(taskId, winner.officerId)).resolves.toBe(true);
  await expect(tasks.claim(taskId, other.officerId)).resolves.toBe(true);
});

test('opening a step again finds its task as it is', async () => {
  const task = aNewTask(await aPeriod(database.manager));
  const first = await openTask(database.source, task);
  await new TaskRepository(database.manager).claim(first.taskId, (await anOfficer(database.manager, 'ppk')).officerId);

  const again = await openTask(database.source, { ...task, dueOn: '2030-01-01', artefactHash: 'another' });

  expect(again).toEqual(first);
  expect(await new TaskRepository(database.manager).find(first.taskId)).toMatchObject({
    state: 'reserved',
    artefactHash: 'hash',
  });
});
