import { IndexFamilyNames } from '#application';
import type { Config } from '#config';
import { createDataSource, PersonVault } from '#persistence';

/** Families that came before their names could be searched; says how many. Repeating it finds none. */
export async function indexNames(config: Pick<Config, 'databaseUrl' | 'dataKey' | 'indexKey'>): Promise<number> {
  const database = await createDataSource(config.databaseUrl, 2).initialize();
  try {
    return await new IndexFamilyNames(database, new PersonVault(config)).catchUp();
  } finally {
    await database.destroy();
  }
}
