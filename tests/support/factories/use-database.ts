import { createDataSource } from '#persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { type TestDatabase, testDatabase } from '../servers/test-database.js';

export interface UsedDatabase {
  readonly source: DataSource;
  readonly manager: EntityManager;
  readonly url: string;
  /** Runs statements as the owner of the schema: for what the application may not do. */
  asOwner(work: (manager: EntityManager) => Promise<unknown>): Promise<void>;
}

/** A migrated database for the specs of one file: made before the first, dropped after the last. */
export function useDatabase(poolSize = 10): UsedDatabase {
  const held: { database?: TestDatabase; source?: DataSource } = {};
  const source = (): DataSource => {
    if (held.source === undefined) throw new Error('the database is there only while specs run');
    return held.source;
  };
  beforeAll(async () => {
    held.database = await testDatabase();
    held.source = await createDataSource(held.database.url, poolSize).initialize();
  });
  afterAll(async () => {
    await held.source?.destroy();
    await held.database?.drop();
  });
  return {
    get source() {
      return source();
    },
    get manager() {
      return source().manager;
    },
    get url() {
      return held.database?.url ?? '';
    },
    asOwner: async (work) => {
      const owner = await createDataSource(held.database?.ownerUrl ?? '', 1).initialize();
      await work(owner.manager).finally(() => owner.destroy());
    },
  };
}
