import type { EntityManager } from 'typeorm';
import { type Refusal, taskRule } from '#domain';
import { type TaskContext, OfficerRepository, TaskBulkRepository } from '#persistence';
import type { CommandContext } from '../../shared/command-context.js';
import type { BulkAnswer } from './bulk.schemas.js';
import { explainRefusals } from '../../shared/explain-refusals.js';

const CHUNK = 500;

/** The reasons why not, by task; a task that is not in it was done. */
export type Refused = ReadonlyMap<string, readonly Refusal[]>;

/** Does its work to the tasks of one chunk, which are locked. */
export type ChunkWork = (tasks: readonly TaskContext[]) => Promise<Refused>;

const UNKNOWN: readonly Refusal[] = [{ code: 'TASK_UNKNOWN', details: {} }];

/**
 * Runs through many tasks in chunks, in the order of their ids so that two requests never wait for each other in a
 * circle, and answers for each task in the order in which they were asked for. How far it is, is told after each chunk.
 */
export async function runInChunks(
  manager: EntityManager,
  taskIds: readonly string[],
  { language, onProgress }: Pick<CommandContext, 'language' | 'onProgress'>,
  work: ChunkWork,
): Promise<BulkAnswer> {
  const requested = [...new Set(taskIds)];
  const sorted = [...requested].sort();
  const refused = new Map<string, readonly Refusal[]>();
  const offices = officesOf(manager);
  for (let at = 0; at < sorted.length; at += CHUNK) {
    const ids = sorted.slice(at, at + CHUNK);
    const tasks = await new TaskBulkRepository(manager).lockAll(ids);
    const known = new Set(tasks.map(({ id }) => id));
    for (const id of ids) if (!known.has(id)) refused.set(id, UNKNOWN);
    const refusedHere = await work(tasks);
    for (const task of tasks) {
      const refusals = refusedHere.get(task.id);
      if (refusals !== undefined) refused.set(task.id, withOffices(refusals, await offices(task)));
    }
    onProgress?.(Math.min(at + CHUNK, sorted.length), sorted.length);
  }
  const results = requested.map((taskId) => {
    const errors = explainRefusals(refused.get(taskId) ?? [], language);
    return { taskId, isDone: errors.length === 0, errors };
  });
  return { done: requested.length - refused.size, refused: refused.size, results };
}

/** Splits tasks into those that may go on and those that may not, with the reasons. */
export function judged(
  tasks: readonly TaskContext[],
  refusalsFor: (task: TaskContext) => readonly Refusal[],
): { allowed: TaskContext[]; refused: Map<string, readonly Refusal[]> } {
  const refused = new Map<string, readonly Refusal[]>();
  const allowed = tasks.filter((task) => {
    const refusals = refusalsFor(task);
    if (refusals.length > 0) refused.set(task.id, refusals);
    return refusals.length === 0;
  });
  return { allowed, refused };
}

const withOffices = (refusals: readonly Refusal[], offices: string): Refusal[] =>
  refusals.map(({ code, details }) => ({ code, details: { ...details, offices } }));

/** Who could act instead, asked once for each office. */
function officesOf(manager: EntityManager): (task: TaskContext) => Promise<string> {
  const known = new Map<string, string>();
  return async ({ kind, territoryCode }) => {
    const { role } = taskRule(kind);
    const key = `${role} ${territoryCode}`;
    const offices = known.get(key) ?? (await new OfficerRepository(manager).officesFor(role, territoryCode)).join(', ');
    known.set(key, offices);
    return offices || '–';
  };
}
