import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

type Field = string | number | Buffer | null;

/** COPY's text format: tab between fields, `\N` for null, backslash escapes; bytes as hex. */
function line(fields: readonly Field[]): string {
  const texts = fields.map((field) => {
    if (field === null) return '\\N';
    if (Buffer.isBuffer(field)) return `\\\\x${field.toString('hex')}`;
    return typeof field === 'number'
      ? `${field}`
      : field.replace(/[\\\t\n\r]/g, (char) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char] ?? char);
  });
  return `${texts.join('\t')}\n`;
}

async function* lines(rows: AsyncIterable<readonly Field[]>): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += line(row);
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/**
 * Streams rows into a table with COPY inside the manager's transaction; memory stays flat however many come. When
 * `rows` throws, the COPY and with it the transaction fail.
 */
export async function copyRows(
  manager: EntityManager,
  target: string,
  rows: AsyncIterable<readonly Field[]>,
): Promise<void> {
  const { queryRunner } = manager;
  if (queryRunner === undefined) throw new Error('copyRows needs a transaction');
  const client = (await queryRunner.connect()) as PoolClient;
  await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`copy ${target} from stdin`)));
}
