import { inTransaction, RosterRepository, rowsOf, type StagedRow } from '#persistence';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { anOfficer } from './officers.js';
import type { MadePeriod } from './periods.js';
import { nextNumber } from './sequence.js';

export const KELURAHAN = ['32.75.02.1001', '32.75.02.1002', '32.75.03.1001'] as const;

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16);

/** A valid row of a made-up family; a number of its own makes its NIK and account. */
export function aRow(rowNumber: number, more: Partial<StagedRow> = {}): StagedRow {
  const number = nextNumber();
  return {
    rowNumber,
    sheet: '',
    kelurahanCode: KELURAHAN[rowNumber % KELURAHAN.length] ?? null,
    rtRw: '001/002',
    nikHash: hashOf(`nik ${number}`),
    nikTail: `${number}`.padStart(4, '0').slice(-4),
    kkHash: hashOf(`kk ${number}`),
    accountHash: hashOf(`account ${number}`),
    rowDigest: number,
    sealed: Buffer.from(`sealed ${number}`),
    state: 'valid',
    findings: '[]',
    ...more,
  };
}

export const rowsFor = (families: number): StagedRow[] =>
  Array.from({ length: families }, (_, index) => aRow(index + 1));

export async function* streamed<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

/** A file noted for a roster, ready to be loaded. */
export async function aFile(database: DataSource, rosterId: string): Promise<string> {
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  const sha256 = hashOf(`file ${nextNumber()}`).toString('hex');
  const file = { rosterId, purpose: 'roster', name: 'roster.csv', sha256, sizeBytes: 1, uploadedBy: officerId };
  return (await new RosterRepository(database.manager).startFile(file)).id;
}

/** The draft roster of the period with these rows in one file. */
export async function aRoster(database: DataSource, period: MadePeriod, rows: readonly StagedRow[]): Promise<string> {
  const rosterId = await new RosterRepository(database.manager).draft(period.periodId, period.cityCode);
  const fileId = await aFile(database, rosterId);
  await inTransaction(database, (manager) => new RosterRepository(manager).loadRows(rosterId, fileId, streamed(rows)));
  return rosterId;
}

/** The same, with every valid family matched and found eligible. */
export async function aVerifiedRoster(
  database: DataSource,
  period: MadePeriod,
  rows: readonly StagedRow[],
): Promise<string> {
  const rosterId = await aRoster(database, period, rows);
  await rowsOf(
    database.manager,
    `update roster_row set match_result = 'matched', verdict = 'eligible' where roster_id = $1 and state in ('valid', 'warning')`,
    [rosterId],
  );
  return rosterId;
}
