import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { SaxesParser } from 'saxes';
import type { BenchDatabase } from '../bench-database.js';
import { vault } from './seed-order.js';

/** The fewest fields that make a payment: read by COPY, opened under the same key, one line of text each. */
export async function bareWrite({ ownerUrl, folder }: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const rows = client.query(
      copyTo(`copy (select e.end_to_end_id, e.amount_rupiah, encode(f.sealed, 'base64')
                      from entitlement e join roster_row f on f.id = e.roster_row_id order by e.id)
              to stdout with (format csv, force_quote (encode))`),
    );
    await pipeline(rows, opened, createWriteStream(join(folder, 'bare.xml')));
  } finally {
    await client.end();
  }
}

const ROW = /([^,\n]+),([^,\n]+),"([^"]+)"\n/g;

async function* opened(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of source) {
    const text = rest + piece.toString();
    let xml = '';
    let end = 0;
    for (const [row, id = '', amount = '', sealed = ''] of text.matchAll(ROW)) {
      const { fullName, accountNumber } = vault.open(Buffer.from(sealed, 'base64'));
      xml += `<T><I>${id}</I><A>${amount}</A><N>${fullName}</N><C>${accountNumber}</C></T>\n`;
      end = text.indexOf(row, end) + row.length;
    }
    rest = text.slice(end);
    yield xml;
  }
}

/** The same rows with the same indexes, laid aside before anything is timed. */
export async function layAside({ ownerUrl }: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`create schema bare; set search_path = bare, public;
      create table entitlement (like public.entitlement including defaults including constraints including indexes) with (fillfactor = 50);
      insert into entitlement overriding system value select * from public.entitlement;
      create table answer (end_to_end_id text, status text); create table total (kelurahan text, state text, families bigint);
      analyze`);
  } finally {
    await client.end();
  }
}

/** A streaming parse that keeps two fields, COPY, one join, and the sums per kelurahan: no file is judged, no line is kept. */
export async function bareReconcile({ ownerUrl }: BenchDatabase, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set search_path = bare, public');
    await client.query('begin');
    await pipeline(Readable.from(answers(path)), client.query(copyFrom('copy answer from stdin')));
    await client.query('analyze answer');
    await client.query(`with moved as (
        update entitlement e set state = case a.status when 'ACSC' then 'credited' else 'failed' end, credited_on = '2023-03-10'
          from answer a where a.end_to_end_id = e.end_to_end_id returning e.kelurahan_code, e.state
      ) insert into total select kelurahan_code, state, count(*) from moved group by 1, 2`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function* answers(path: string): AsyncGenerator<string> {
  const parser = new SaxesParser();
  let text = '';
  let id = '';
  let lines = '';
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'OrgnlEndToEndId') id = text;
    if (name === 'TxSts') lines += `${id}\t${text}\n`;
  });
  for await (const piece of createReadStream(path, 'utf8')) {
    parser.write(piece as string);
    yield lines;
    lines = '';
  }
}
