import type { DataSource, EntityManager } from 'typeorm';

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
const ATTEMPTS = 3;

const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === DEADLOCK || error.code === SERIALIZATION_FAILURE);

/**
 * One transaction: all of it or nothing. A deadlock's victim has written nothing, so it simply runs again; `work`
 * must therefore touch nothing but the database.
 */
export async function inTransaction<T>(database: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthAnotherTry(error)) throw error;
    }
  }
}

/** SQL with `$1…` placeholders, its rows typed by the caller. */
export async function rowsOf<Row>(manager: EntityManager, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const result = await manager.query<unknown>(sql, parameters);
  // TypeORM answers [rows, count] for UPDATE and DELETE, and rows for everything else.
  return (Array.isArray(result) && result.length === 2 && typeof result[1] === 'number' ? result[0] : result) as Row[];
}

/** The first row, or undefined. */
export async function rowOf<Row>(
  manager: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row | undefined> {
  return (await rowsOf<Row>(manager, sql, parameters))[0];
}
