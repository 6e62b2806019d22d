import type { EntityManager } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

/** Names of territories by their codes; one that is not loaded has none. */
export async function territoryNames(manager: EntityManager, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ code: string; name: string }>(
    manager,
    'select code, name from territory where code = any($1)',
    [codes],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
