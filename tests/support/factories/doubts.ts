import {
  CheckListRepository,
  DoubtRepository,
  IdentityMatchRepository,
  inTransaction,
  type MatchAnswer,
  type NewCheckList,
  type StagedRow,
} from '#persistence';
import type { DataSource } from 'typeorm';
import { aFile, streamed } from './rosters.js';
import { nextNumber } from './sequence.js';

/** The civil registry's answers on rows of a list, in their order; of those it did not match with a record where one is given. */
export async function matched(
  database: DataSource,
  rosterId: string,
  answers: readonly (readonly [StagedRow | undefined, string, Buffer?])[],
): Promise<void> {
  const fileId = await aFile(database, rosterId);
  const lines = answers.map(([row, result, sealed]): MatchAnswer => ({
    nikHash: row?.nikHash ?? Buffer.alloc(16),
    result,
    sealed: sealed ?? null,
  }));
  await inTransaction(database, (manager) =>
    new IdentityMatchRepository(manager).apply(rosterId, fileId, streamed(lines)),
  );
}

/** Opens what is to be asked about a list. */
export const openDoubts = (database: DataSource, rosterId: string): Promise<void> =>
  inTransaction(database, (manager) =>
    new DoubtRepository(manager).open(rosterId, { listKinds: ['civil_servant', 'deceased'], unusedMonths: 3 }),
  );

/** A list in force in March 2023 that names these rows, loaded by nobody or by an officer. */
export async function aCheckList(
  database: DataSource,
  rows: readonly (StagedRow | undefined)[],
  more: Partial<NewCheckList> = {},
): Promise<string> {
  const list: NewCheckList = {
    ...{ territoryCode: 'ID', kind: 'civil_servant', source: 'BKN, surat 1 Maret 2023', listedOn: '2023-03-01' },
    ...{
      validFrom: '2023-03-01',
      validTo: '2099-12-31',
      fileName: 'asn.csv',
      sha256: `sha ${nextNumber()}`,
      loadedBy: null,
    },
    ...more,
  };
  const entries = rows.map((row, index) => ({
    ...{ rowNumber: index + 2, nikHash: row?.nikHash ?? Buffer.alloc(16), sealed: Buffer.from('sealed') },
  }));
  return inTransaction(database, (manager) => new CheckListRepository(manager).load(list, streamed(entries), () => 0));
}
