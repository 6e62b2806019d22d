import type { EntityManager } from 'typeorm';
import { type ChainStep, governing, GOVERNING_CHAIN } from '../mandates/governing-mandate.js';
import { byIds, rowsByIds } from '../shared/prepared.js';
import { TASK_COLUMNS, TASK_FACTS } from './task-columns.js';
import type { TaskContext } from './task.types.js';

type Row = Omit<TaskContext, 'mandate'> & { readonly mandates: readonly ChainStep[] | null };

const FACTS = byIds(
  'task-facts',
  (areThese) => `
    select ${TASK_COLUMNS}, ${TASK_FACTS}, ${GOVERNING_CHAIN} as mandates from task t where t.id ${areThese}`,
);

/** The rows of these tasks with everything `why` needs beside them, in one query however many they are. */
export async function loadTaskContexts(manager: EntityManager, taskIds: readonly string[]): Promise<TaskContext[]> {
  if (taskIds.length === 0) return [];
  const rows = await rowsByIds<Row>(manager, FACTS, taskIds);
  return rows.map(({ mandates, ...task }) => ({ ...task, mandate: governing(mandates) }));
}
