import { inTransaction, type NewTask, type OpenedTask, TaskRepository } from '#persistence';
import type { DataSource } from 'typeorm';
import type { MadeOfficer } from './officers.js';
import type { MadePeriod } from './periods.js';
import { aFoundCase } from './cases.js';
import { nextNumber } from './sequence.js';

/** A task of the period's city; by default the PPK's, over a decree. */
export function aNewTask(period: MadePeriod, more: Partial<NewTask> = {}): NewTask {
  const number = nextNumber();
  return {
    workflowId: `workflow-${number}`,
    stepKey: `step-${number}`,
    kind: 'closing.set',
    periodId: period.periodId,
    cityCode: period.cityCode,
    territoryCode: period.cityCode,
    subjectType: 'decree',
    subjectId: `decree-${number}`,
    chainKey: `decree:${number}`,
    artefactHash: 'hash',
    families: 1,
    amountRupiah: '400000',
    dueOn: '2023-03-20',
    ...more,
  };
}

/** Opens it; `taskId` and the rest of what the workflow would be told. A decision on a case is on one, of which a card was found lost. */
export async function openTask(database: DataSource, task: NewTask): Promise<OpenedTask> {
  const about = task.kind === 'follow-up.decide' ? { subjectId: await aFoundCase(database) } : {};
  const [opened] = await inTransaction(database, (manager) =>
    new TaskRepository(manager).open([{ ...task, ...about }]),
  );
  if (opened === undefined) throw new Error('an opened task has a row');
  return opened;
}

/** Decides as the API does: under the lock, in one transaction. */
export async function decideTask(
  database: DataSource,
  taskId: string,
  officer: MadeOfficer,
  more: Partial<Parameters<TaskRepository['decide']>[1]> = {},
): Promise<void> {
  await inTransaction(database, async (manager) => {
    const tasks = new TaskRepository(manager);
    await tasks.decide(await tasks.lock(taskId), {
      officerId: officer.officerId,
      appointmentId: officer.appointmentId,
      outcome: 'approved',
      artefactHash: 'hash',
      details: {},
      ...more,
    });
  });
}
