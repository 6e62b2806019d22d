import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ROSTER_COLUMNS } from '#domain';
import type { BenchDatabase } from '../bench-database.js';

const column = (_name: string, index: number): string => `c${index}`;
const NIK = 'c1';
const KELURAHAN = 'c10';

/**
 * The same work with COPY and set operations alone: the same keys, indexes and encryption, but no judging of rows, no
 * ledger and no way through Node.
 */
export async function bareSqlPath(
  { ownerUrl, folder }: BenchDatabase,
  files: { roster: string; identity: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const load = async (table: string, path: string): Promise<void> => {
    await pipeline(
      createReadStream(path),
      client.query(copyFrom(`copy ${table} from stdin with (format csv, header)`)),
    );
  };
  const unload = async (query: string, name: string): Promise<void> => {
    await pipeline(client.query(copyTo(`copy (${query}) to stdout`)), createWriteStream(join(folder, name)));
  };
  try {
    await client.query('drop schema if exists bare cascade; create schema bare; set search_path = bare, public');
    await client.query(`create table raw (${ROSTER_COLUMNS.map((name, at) => `${column(name, at)} text`).join(', ')})`);
    await load('raw', files.roster);
    await client.query('create table match (nik text, kk text, name text, result text, remark text)');
    await load('match', files.identity);
    await client.query(`
      create table family as
      select row_number() over () as id, hmac(${NIK}, 'key', 'sha256') as nik_hash, right(${NIK}, 4) as nik_tail,
             encrypt(convert_to(concat_ws('|', c1, c2, c3, c4, c5, c6, c7, c8, c9, c12), 'utf8'), '0123456789abcdef0123456789abcdef', 'aes') as sealed,
             c10 as kelurahan, c12 as account, ${NIK} ~ '^[0-9]{16}$' and c3 <> '' as is_valid
        from raw where ${KELURAHAN} <> ''`);
    await client.query(`alter table family add primary key (id); create index on family (nik_hash);
      create index on family (kelurahan, id); create unique index on family ((id + 1))`);
    await client.query(`
      update family f set is_valid = false from (
        select id, row_number() over (partition by nik_hash order by id) as n from family) d where d.id = f.id and d.n > 1`);
    await client.query(`alter table family add match text, add verdict text`);
    await client.query(`update family f set match = m.result, verdict = 'eligible' from (
        select hmac(nik, 'key', 'sha256') as nik_hash, min(result) as result from match group by 1) m
      where m.nik_hash = f.nik_hash`);
    await client.query(`
      create table entitlement as
      select id, nik_hash, kelurahan, 400000::bigint as amount, 'decreed' as state,
             'AMN' || lpad(id::text, 24, '0') as end_to_end_id from family
       where is_valid and match = '1' and verdict = 'eligible'`);
    await client.query(`create unique index on entitlement (nik_hash); alter table entitlement add primary key (id);
      create unique index on entitlement (end_to_end_id); create index on entitlement (kelurahan);
      alter table entitlement add foreign key (id) references family (id)`);
    await client.query(`update entitlement set state = 'ordered'`);
    await unload(
      `select e.id, e.amount, convert_from(decrypt(f.sealed, '0123456789abcdef0123456789abcdef', 'aes'), 'utf8')
         from entitlement e join family f on f.id = e.id`,
      'order.csv',
    );
    await unload(
      `select id, case when id % 250 = 0 then 'failed' else 'credited' end, amount from entitlement`,
      'status.csv',
    );
    await answer(client, folder, 'status.csv', 'ordered');
    await unload(
      `select id, case when id % 27 = 0 then 'not_transacted' else 'transacted' end, amount from entitlement where state = 'credited'`,
      'usage.csv',
    );
    await answer(client, folder, 'usage.csv', 'credited');
    await client.query(`select kelurahan, state, count(*), sum(amount) from entitlement group by 1, 2`);
  } finally {
    await client.end();
  }
}

async function answer(client: pg.Client, folder: string, name: string, from: string): Promise<void> {
  await client.query('drop table if exists answer; create table answer (id bigint, state text, amount bigint)');
  await pipeline(createReadStream(join(folder, name)), client.query(copyFrom('copy answer from stdin')));
  await client.query('create index on answer (id); analyze answer');
  await client.query(
    `update entitlement e set state = a.state from answer a
      where a.id = e.id and a.amount = e.amount and e.state = '${from}'`,
  );
}
