import type { DataSource } from 'typeorm';
import { ConfigError } from '#config';
import { hasOwnersRights } from '#persistence';

/**
 * Who serves or works signs in as a role that owns nothing: it could switch off what keeps records from being changed
 * otherwise. Every process asks before it serves or works.
 */
export async function refuseOwnersRole({ manager }: DataSource): Promise<void> {
  if (!(await hasOwnersRights(manager))) return;
  throw new ConfigError(
    ['DATABASE_URL'],
    [
      'DATABASE_URL signs in as a superuser or as the owner of the schema. Set DATABASE_OWNER_URL to that address and DATABASE_URL to ' +
        'another role (it may be one that is not there yet), and run `migrate`.',
    ],
  );
}
