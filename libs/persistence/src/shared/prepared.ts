import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { rowsOf } from './unit-of-work.js';

/** A statement that every request asks: PostgreSQL parses and plans it once a connection, not once a call. */
export interface Prepared {
  /** Of this text alone, in the whole product. */
  readonly name: string;
  readonly text: string;
}

/**
 * The rows of a prepared statement, on the connection of the manager's transaction if it has one. For statements whose
 * plan is the same whatever their values are; what takes one row today and thousands tomorrow belongs to `rowsOf`.
 */
export async function preparedRows<Row extends object>(
  manager: EntityManager,
  statement: Prepared,
  values: unknown[],
): Promise<Row[]> {
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    const { rows } = await client.query<Row>({ ...statement, values });
    return rows;
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}

/** A statement whose text is put together from a few parts: each text there can be is prepared under a name of its own. */
export const preparedByText = (prefix: string, text: string): Prepared => ({
  name: `${prefix}-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`,
  text,
});

/** A statement about tasks by their ids, `$1`: prepared for one, planned anew for many, whose plan is another. */
export interface PreparedByIds {
  readonly one: Prepared;
  readonly many: string;
}

/** `text` gets the condition that follows the id's column. */
export function byIds(name: string, text: (areThese: string) => string): PreparedByIds {
  return { one: { name, text: text('= $1::uuid') }, many: text('= any($1::uuid[])') };
}

/** The rows for these ids; `values` are `$2` and on. */
export async function rowsByIds<Row extends object>(
  manager: EntityManager,
  { one, many }: PreparedByIds,
  ids: readonly string[],
  values: unknown[] = [],
): Promise<Row[]> {
  if (ids.length === 1) return preparedRows<Row>(manager, one, [ids[0], ...values]);
  return rowsOf<Row>(manager, many, [ids, ...values]);
}
