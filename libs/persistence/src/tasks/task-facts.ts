import type { EntityManager } from 'typeorm';
import { mandatesOfTasks } from '../authority/governing-mandate.js';
import { rowsOf } from '../shared/unit-of-work.js';
import { TASK_COLUMNS, TASK_FACTS, TASK_JOINS } from './task-columns.js';
import type { LockedTask } from './task.types.js';

/** The rows of these tasks with everything `why` needs beside them, in two queries however many they are. */
export async function factsOf(manager: EntityManager, taskIds: readonly string[]): Promise<LockedTask[]> {
  if (taskIds.length === 0) return [];
  const tasks = await rowsOf<Omit<LockedTask, 'mandate'>>(
    manager,
    `select ${TASK_COLUMNS}, ${TASK_FACTS} from task t ${TASK_JOINS} where t.id = any($1::uuid[])`,
    [taskIds],
  );
  const mandates = await mandatesOfTasks(manager, taskIds);
  return tasks.map((task) => ({ ...task, mandate: mandates.get(task.id) ?? null }));
}
