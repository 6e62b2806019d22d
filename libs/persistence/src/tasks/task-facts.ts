import type { EntityManager } from 'typeorm';
import { type ChainStep, governing, GOVERNING_CHAIN } from '../authority/governing-mandate.js';
import { byIds, type Prepared, preparedRows, rowsByIds } from '../shared/prepared.js';
import { TASK_COLUMNS, TASK_FACTS } from './task-columns.js';
import type { LockedTask } from './task.types.js';

type Row = Omit<LockedTask, 'mandate'> & { readonly mandates: readonly ChainStep[] | null };

const factsFrom = (tasks: string) => `
    select ${TASK_COLUMNS}, ${TASK_FACTS}, ${GOVERNING_CHAIN} as mandates from ${tasks}`;

const FACTS = byIds('task-facts', (areThese) => `${factsFrom('task t')} where t.id ${areThese}`);

/**
 * Who waits for the lock gets the row as it is then, and beside it what was true when they began to wait. What another
 * decision of this very task has changed meanwhile, the row's state says; for signatures the constraint speaks last.
 */
const LOCKED: Prepared = {
  name: 'task-facts-locked',
  text: factsFrom('(select *, xmin from task where id = $1 for update) t'),
};

/** The rows of these tasks with everything `why` needs beside them, in one query however many they are. */
export async function factsOf(manager: EntityManager, taskIds: readonly string[]): Promise<LockedTask[]> {
  if (taskIds.length === 0) return [];
  const rows = await rowsByIds<Row>(manager, FACTS, taskIds);
  return rows.map(withMandate);
}

/** The same for one task, under lock until the transaction ends. Undefined where there is no such task. */
export async function lockedFactsOf(manager: EntityManager, taskId: string): Promise<LockedTask | undefined> {
  const [row] = await preparedRows<Row>(manager, LOCKED, [taskId]);
  return row && withMandate(row);
}

const withMandate = ({ mandates, ...task }: Row): LockedTask => ({ ...task, mandate: governing(mandates) });
