import { AuditRepository, inTransaction, TroubleReadModel } from '#persistence';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { setToday } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const count = () => new TroubleReadModel(database.manager).count();

test('what is past its day is counted, what is due today is not', async () => {
  await setToday(database.source, '2023-03-20');
  const before = await count();
  const period = await aPeriod(database.manager);
  for (const dueOn of ['2023-03-17', '2023-03-20', '2023-03-21']) {
    await openTask(database.source, aNewTask(period, { dueOn }));
  }
  expect(await count()).toEqual({ ...before, tasksLate: before.tasksLate + 1 });
});

test('an act without a licence is counted for a day', async () => {
  const before = await count();
  const about = { subjectType: 'licence', subjectId: 'made-up', details: {} };
  await inTransaction(database.source, (manager) =>
    new AuditRepository(manager).note({ action: 'licence.refused', ...about }),
  );
  expect(await count()).toEqual({ ...before, licencesRefused: before.licencesRefused + 1 });
});

test('nothing is counted where nothing waits', async () => {
  expect(await count()).toMatchObject({ breaksLate: 0, webhooksWaiting: 0, webhooksGivenUp: 0 });
});
