import {
  DoubtRepository,
  IdentityMatchRepository,
  inTransaction,
  type MatchAnswer,
  type StagedRow,
} from '#persistence';
import type { DataSource } from 'typeorm';
import { aFile, streamed } from './rosters.js';

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
  inTransaction(database, (manager) => new DoubtRepository(manager).open(rosterId));
