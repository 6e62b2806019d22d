import type { DataSource } from 'typeorm';
import { endLine, headerLine, sealLine, UNSEALED_LINE } from '#files';
import { AuditSealRepository } from '#persistence';

const SEALS = 64;
const ENTRIES = 20_000;

/**
 * The whole trail as lines of NDJSON, of one moment: each seal, its entries, and at the end what no seal covers yet.
 * A pure reading; what is wrong in the trail goes out as it stands, for `verifyAuditFile` to find.
 */
export async function* exportAudit(database: DataSource, publicKey: string | null): AsyncGenerator<string> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    const repository = new AuditSealRepository(runner.manager);
    const counted = { seals: 0, entries: 0 };
    let lastId: string | undefined;
    const entriesUpTo = async function* (upTo: string | undefined): AsyncGenerator<string> {
      for (;;) {
        const rows = await repository.lines(lastId, upTo, ENTRIES);
        for (const { line } of rows) yield line;
        counted.entries += rows.length;
        lastId = rows.at(-1)?.id ?? lastId;
        if (rows.length < ENTRIES) return;
      }
    };
    yield headerLine(publicKey);
    for (let seals = await repository.page(0, SEALS); seals.length > 0;) {
      for (const { leaves, ...seal } of seals) {
        counted.seals += 1;
        yield sealLine(seal, leaves);
        yield* entriesUpTo(seal.lastId);
        lastId = seal.lastId;
      }
      seals = await repository.page(seals.at(-1)?.number ?? 0, SEALS);
    }
    yield UNSEALED_LINE;
    yield* entriesUpTo(undefined);
    yield endLine(counted.seals, counted.entries);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
