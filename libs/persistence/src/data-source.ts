import { DataSource, type EntityManager } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';
import { grantApplicationRights } from './schema/application-rights.js';
import { ensureApplicationRole } from './schema/application-role.js';
import { SnakeNaming } from './shared/snake-naming.js';

/**
 * A pool of connections to one database. Nothing is synchronised: the schema moves only through migrations, which
 * run as a step of their own. `poolSize` is per process. Who waits too long for a connection is refused: work inside
 * a transaction that asked for a second connection would otherwise, many at once, wait for itself for ever.
 */
export function createDataSource(url: string, poolSize = 20): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    synchronize: false,
    applicationName: 'amanah',
    extra: { statement_timeout: 120_000, connectionTimeoutMillis: 30_000 },
  });
}

/**
 * Brings the schema up to date under one lock, so that two starting processes do not race, as its owner. Where the
 * application's address is another one, its role is made and granted what the application needs. Safe to repeat. With `upTo`,
 * the name of a migration, no further than that one.
 */
export async function migrate(ownerUrl: string, applicationUrl = ownerUrl, upTo?: string): Promise<string[]> {
  const source = createDataSource(ownerUrl, 2);
  if (upTo !== undefined) source.setOptions({ migrations: MIGRATIONS.slice(0, knownMigrations().indexOf(upTo) + 1) });
  const database = await source.initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('amanah-migrations'))`);
    await assertOwner(database.manager);
    const applied = await database.runMigrations();
    if (new URL(applicationUrl).username !== new URL(ownerUrl).username) {
      await database.transaction(async (manager) => {
        await grantApplicationRights(manager, await ensureApplicationRole(manager, applicationUrl));
      });
    }
    return applied.map(({ name }) => name);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtext('amanah-migrations'))`);
    await lock.release();
    await database.destroy();
  }
}

/** The names of all migrations that this version has, in their order. */
export const knownMigrations = (): string[] => MIGRATIONS.map(({ name }) => name);

/** Said in words before PostgreSQL says it of some table: the application's role changes no schema. */
async function assertOwner(manager: EntityManager): Promise<void> {
  const [row] = await manager.query<{ isOwner: boolean }[]>(
    `select pg_has_role(current_user, relowner, 'member') as "isOwner" from pg_class where oid = to_regclass('public.migrations')`,
  );
  if (row?.isOwner === false) {
    throw new Error('This role does not own the schema: set DATABASE_OWNER_URL to the address of its owner.');
  }
}
