import type { UsedDatabase } from './use-database.js';

/** Changes what was decreed, as only the owner of the schema could, who takes the guard away. */
export const corruptly = (database: UsedDatabase, sql: string, parameters: unknown[]): Promise<unknown> =>
  database.asOwner(async (manager) => {
    await manager.query('alter table entitlement disable trigger decreed_stays');
    await manager
      .query(sql, parameters)
      .finally(() => manager.query('alter table entitlement enable trigger decreed_stays'));
  });
