import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../shared/unit-of-work.js';

export interface FamilyChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The family's code; null where the list has none for it yet. */
  readonly kpmCode: string | null;
  readonly kelurahanCode: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Shown of many; the lines by kelurahan carry the rest. */
const MOST_SHOWN = 200;

const listed = (roster: string): string => `
  select nik_hash, kpm_code, kelurahan_code, verdict from roster_row
   where roster_id = ${roster}::uuid and state in ('valid', 'warning') and nik_hash is not null
     and (kelurahan_code = $3 or kelurahan_code like $3 || '.%')`;

/**
 * Families that came, went, or have another verdict between two versions of a list; of one version, those judged since.
 * The territory's rows are read: an index on the moment of a verdict would cost every verdict that is written.
 */
export async function familyChanges(
  manager: EntityManager,
  seen: { readonly rosterId: string; readonly at: string },
  rosterId: string,
  territoryCode: string,
): Promise<FamilyChange[]> {
  if (seen.rosterId === rosterId) {
    return rowsOf(
      manager,
      `select 'changed' as kind, kpm_code as "kpmCode", kelurahan_code as "kelurahanCode", null as before, verdict as after
         from roster_row
        where roster_id = $1::uuid and verdict_at > $2::timestamptz
          and (kelurahan_code = $3 or kelurahan_code like $3 || '.%')
        order by verdict_at, id limit ${MOST_SHOWN}`,
      [rosterId, seen.at, territoryCode],
    );
  }
  return rowsOf(
    manager,
    `select case when was.nik_hash is null then 'added' when now.nik_hash is null then 'removed' else 'changed' end as kind,
            coalesce(now.kpm_code, was.kpm_code) as "kpmCode",
            coalesce(now.kelurahan_code, was.kelurahan_code) as "kelurahanCode", was.verdict as before, now.verdict as after
       from (${listed('$1')}) was full join (${listed('$2')}) now on now.nik_hash = was.nik_hash
      where was.nik_hash is null or now.nik_hash is null
         or (was.verdict, was.kelurahan_code) is distinct from (now.verdict, now.kelurahan_code)
      order by 3, 2 limit ${MOST_SHOWN}`,
    [seen.rosterId, rosterId, territoryCode],
  );
}
