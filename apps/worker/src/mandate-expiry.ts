import type { DataSource } from 'typeorm';
import { inTransaction, MandateRepository } from '#persistence';

/**
 * Writes into the ledger that mandates are over, a transaction each, and hands their open tasks back. Decisions are
 * refused from the day itself, whether this has run or not; several workers may run it at once.
 */
export async function expireMandates(database: DataSource): Promise<void> {
  for (const id of await new MandateRepository(database.manager).due()) {
    await inTransaction(database, (manager) => new MandateRepository(manager).expire(id));
  }
}
