import type { Readable, Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

export interface CopiedTable {
  readonly name: string;
  /** In the order in which a line has them. */
  readonly columns: readonly string[];
}

export interface CopiedSequence {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** What a lock that is not to be had soon is refused with. */
const BUSY = '57014';
/** Shorter than the second after which PostgreSQL looks who waits for whom: never a writer is ended for the sake of this lock. */
const LOCK_MS = 700;

const FORBIDDEN = '42501';

export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === FORBIDDEN;

export const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === BUSY;

/** Every table with its rows, out of a database and into one, by COPY; as the owner of the schema, within one transaction. */
export class DatabaseCopyRepository {
  constructor(private readonly runner: QueryRunner) {}

  static on(database: DataSource): DatabaseCopyRepository {
    return new DatabaseCopyRepository(database.createQueryRunner());
  }

  async release(): Promise<void> {
    await this.runner.release();
  }

  /** What others write from now on is not seen: every later question is answered as of this moment. */
  async beginReading(): Promise<void> {
    await this.runner.startTransaction('REPEATABLE READ');
    await this.runner.query('set transaction read only');
    await this.runner.query('set local statement_timeout = 0');
    await this.runner.query('select count(*) from migrations');
  }

  async beginWriting(): Promise<void> {
    await this.runner.startTransaction();
    await this.runner.query('set local statement_timeout = 0');
  }

  async commit(): Promise<void> {
    await this.runner.commitTransaction();
  }

  async rollback(): Promise<void> {
    if (this.runner.isTransactionActive) await this.runner.rollbackTransaction();
  }

  /** Until the transaction ends nobody writes a row; reading goes on. Throws what `isBusy` knows when writers do not end soon. */
  async lockOutWriters(): Promise<void> {
    await this.runner.startTransaction();
    const names = (await this.tables()).map(({ name }) => quoted(name));
    await this.runner.query(`set local statement_timeout = ${LOCK_MS}`);
    await this.runner.query(`lock table ${names.join(', ')} in share mode`);
    await this.runner.query('set local statement_timeout = 0');
  }

  /** Tables of the schema but for the list of migrations, by name. */
  async tables(): Promise<CopiedTable[]> {
    return rowsOf(
      this.runner.manager,
      `select t.relname as name,
              array(select a.attname::text from pg_attribute a
                     where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                     order by a.attnum) as columns
         from pg_class t
        where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> 'migrations' order by 1`,
    );
  }

  /** The names of the migrations that made the schema, in their order; none in a database without tables. */
  async migrations(): Promise<string[]> {
    const [row] = await rowsOf<{ isThere: boolean }>(
      this.runner.manager,
      `select to_regclass('public.migrations') is not null as "isThere"`,
    );
    if (row?.isThere !== true) return [];
    const sql = 'select name from migrations order by id';
    return (await rowsOf<{ name: string }>(this.runner.manager, sql)).map(({ name }) => name);
  }

  async countRows(table: string): Promise<number> {
    const sql = `select count(*)::int as rows from ${quoted(table)}`;
    return (await rowsOf<{ rows: number }>(this.runner.manager, sql))[0]?.rows ?? 0;
  }

  async sequences(): Promise<CopiedSequence[]> {
    const names = await rowsOf<{ name: string }>(
      this.runner.manager,
      `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const found: CopiedSequence[] = [];
    for (const { name } of names) {
      const sql = `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`;
      const [row] = await rowsOf<Omit<CopiedSequence, 'name'>>(this.runner.manager, sql);
      if (row !== undefined) found.push({ name, ...row });
    }
    return found;
  }

  /** The rows of a table as COPY writes them. */
  async read({ name, columns }: CopiedTable): Promise<Readable> {
    return (await this.client()).query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`));
  }

  /** Takes rows as COPY writes them. */
  async write({ name, columns }: CopiedTable): Promise<Writable> {
    return (await this.client()).query(copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`));
  }

  /**
   * Empties every table and lets `load` fill them with neither triggers nor references in the way: what is loaded was judged when
   * it was first written. References are made anew afterwards, which judges every row.
   */
  async replaceAll(tables: readonly CopiedTable[], load: () => Promise<void>): Promise<void> {
    const references = await rowsOf<Reference>(
      this.runner.manager,
      `select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
         from pg_constraint c join pg_class t on t.oid = c.conrelid
        where c.contype = 'f' and t.relnamespace = 'public'::regnamespace order by 1, 2`,
    );
    const all = tables.map(({ name }) => quoted(name));
    await this.each(references, ({ table, name }) => `alter table ${quoted(table)} drop constraint ${quoted(name)}`);
    await this.each(all, (table) => `alter table ${table} disable trigger user`);
    await this.runner.query(`truncate ${all.join(', ')}`);
    await load();
    await this.each(all, (table) => `alter table ${table} enable trigger user`);
    await this.each(
      references,
      ({ table, name, definition }) => `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`,
    );
  }

  async setSequences(sequences: readonly CopiedSequence[]): Promise<void> {
    for (const { name, lastValue, isCalled } of sequences) {
      await this.runner.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), lastValue, isCalled]);
    }
  }

  private async each<Item>(items: readonly Item[], statement: (item: Item) => string): Promise<void> {
    for (const item of items) await this.runner.query(statement(item));
  }

  private async client(): Promise<PoolClient> {
    return (await this.runner.connect()) as PoolClient;
  }
}
