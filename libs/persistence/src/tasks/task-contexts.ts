import type { EntityManager } from 'typeorm';
import { type ChainStep, governing, GOVERNING_CHAIN } from '../mandates/governing-mandate.js';
import type { TaskKind } from '#domain';
import { byIds, type Prepared, preparedRows, rowsByIds } from '../shared/prepared.js';
import { TASK_COLUMNS, TASK_FACTS } from './task-columns.js';
import type { TaskContext } from './task.types.js';

type Row = Omit<TaskContext, 'mandate'> & { readonly mandates: readonly ChainStep[] | null };

const SELECT = `select ${TASK_COLUMNS}, ${TASK_FACTS}, ${GOVERNING_CHAIN} as mandates from task t`;

const FACTS = byIds('task-facts', (areThese) => `${SELECT} where t.id ${areThese}`);

/** The rows of these tasks with everything `why` needs beside them, in one query however many they are. */
export async function loadTaskContexts(manager: EntityManager, taskIds: readonly string[]): Promise<TaskContext[]> {
  if (taskIds.length === 0) return [];
  const rows = await rowsByIds<Row>(manager, FACTS, taskIds);
  return rows.map(contextOf);
}

/** One task, if it is of these kinds; another costs one look at its row. */
const OF_KINDS: Prepared = {
  name: 'task-facts-of-kinds',
  text: `${SELECT} where t.id = $1::uuid and t.kind = any($2::text[])`,
};

export async function loadTaskContextOf(
  manager: EntityManager,
  taskId: string,
  kinds: readonly TaskKind[],
): Promise<TaskContext | undefined> {
  const [row] = await preparedRows<Row>(manager, OF_KINDS, [taskId, kinds]);
  return row === undefined ? undefined : contextOf(row);
}

const contextOf = ({ mandates, ...task }: Row): TaskContext => ({ ...task, mandate: governing(mandates) });
