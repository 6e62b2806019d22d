import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import workerpool from 'workerpool';
import { DomainError } from '#domain';

/** What HiGHS found: the values of the columns, by name. */
export interface Solved {
  readonly isOptimal: boolean;
  readonly columns: Readonly<Record<string, number>>;
}

const MOST_SECONDS = 20;
const HIGHS = createRequire(import.meta.url).resolve('highs');

/** One thread, since a plan is made now and then; it ends by itself when nothing has been solved for a while. */
const pool = workerpool.pool({ minWorkers: 0, maxWorkers: 1, workerType: 'thread', workerTerminateTimeout: 1_000 });

/**
 * Solves programmes in HiGHS' LP format on a thread of its own, since a solver does not give way to requests. Equal text gives an
 * equal answer. Throws PLANNER_BUSY where it takes longer than a person waits.
 */
export async function solveProgramme(text: string): Promise<Solved> {
  try {
    return await pool.exec(solveInThread, [HIGHS, text]).timeout(MOST_SECONDS * 1000);
  } catch (error) {
    if (error instanceof workerpool.Promise.TimeoutError)
      throw new DomainError('PLANNER_BUSY', 'the solver took too long', { seconds: MOST_SECONDS });
    throw error;
  }
}

/** Ends the thread, for processes that end. */
export const endSolver = async (): Promise<void> => {
  await pool.terminate();
};

/** Runs in the thread, where nothing of this file is known. */
async function solveInThread(path: string, text: string): Promise<Solved> {
  const thread = globalThis as { highs?: Promise<Highs> };
  thread.highs ??= (import(path) as Promise<{ default: () => Promise<Highs> }>).then((loaded) => loaded.default());
  const highs = await thread.highs;
  const { Status, Columns } = highs.solve(text, { output_flag: false, threads: 1, random_seed: 0 });
  const columns = Columns as Readonly<Record<string, { readonly Primal?: number }>>;
  return {
    isOptimal: Status === 'Optimal',
    columns: Object.fromEntries(Object.entries(columns).map(([name, { Primal = 0 }]) => [name, Primal])),
  };
}
