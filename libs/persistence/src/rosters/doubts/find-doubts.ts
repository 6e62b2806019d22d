import type { EntityManager } from 'typeorm';

/** The civil registry answered, and not that it knows the family so. Who was never named is asked about as `absent`. */
const IDENTITY = `
  insert into family_doubt (roster_id, roster_row_id, kind, basis, opened_at)
  select f.roster_id, f.id, 'identity', f.match_result, programme_now()
    from roster_row f
   where f.roster_id = $1 and f.state in ('valid', 'warning') and f.match_result <> 'matched'
   order by f.id
      on conflict on constraint uq_family_doubt do nothing`;

/** Opens what is to be asked about the families of a list. A repeat opens only what has come since. */
export async function findDoubts(manager: EntityManager, rosterId: string): Promise<void> {
  for (const statement of [IDENTITY]) await manager.query(statement, [rosterId]);
}
