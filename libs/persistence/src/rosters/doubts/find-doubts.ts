import type { EntityManager } from 'typeorm';
import { takenOut } from '../../families/taken-out.js';
import { isLookedAfter, unusedInARow } from '../../families/unused-in-a-row.js';

/** The civil registry answered, and not that it knows the family so. Who was never named is asked about as `absent`. */
const IDENTITY = `
  insert into family_doubt (roster_id, roster_row_id, kind, basis, opened_at)
  select f.roster_id, f.id, 'identity', f.match_result, programme_now()
    from roster_row f
   where f.roster_id = $1 and f.state in ('valid', 'warning') and f.match_result <> 'matched'
   order by f.id
      on conflict on constraint uq_family_doubt do nothing`;

/**
 * A list of these kinds that is in force today, here or around, names the head; of several lists of a kind the newest. A question that was dropped with its
 * list is asked again where another list names the family.
 */
const LISTED = `
  insert into family_doubt as d (roster_id, roster_row_id, kind, basis, check_entry_id, opened_at)
  select distinct on (f.id, c.kind) f.roster_id, f.id, 'listed', c.kind, e.id, programme_now()
    from roster r
    join check_list c on c.state = 'in_force' and c.kind = any($2) and programme_today() between c.valid_from and c.valid_to
     and (c.territory_code = 'ID' or r.city_code = c.territory_code or r.city_code like c.territory_code || '.%')
    join check_list_entry e on e.check_list_id = c.id
    join roster_row f on f.roster_id = r.id and f.nik_hash = e.nik_hash and f.state in ('valid', 'warning')
   where r.id = $1
   order by f.id, c.kind, c.listed_on desc, e.id
      on conflict on constraint uq_family_doubt do update
     set check_entry_id = excluded.check_entry_id, void_at = null
   where d.void_at is not null and d.settled_at is null`;

/** The family was taken out in an earlier period, in whatever city, and has not come back by a signed change: the newest reason. */
const EXCLUDED = `
  with mine as (
    select f.id as row_id, l.family_id from roster_row f join family_listing l on l.roster_row_id = f.id
     where f.roster_id = $1 and f.state in ('valid', 'warning')
  ), own as (select period_id, created_at from roster where id = $1)
  insert into family_doubt (roster_id, roster_row_id, kind, basis, opened_at)
  select distinct on (m.row_id) $1, m.row_id, 'excluded', o.reason, programme_now()
    from mine m join (${takenOut('mine', 'r.period_id <> (select period_id from own) and r.created_at <= (select created_at from own)')}) o
      on o.family_id = m.family_id
   order by m.row_id, o.at desc
      on conflict on constraint uq_family_doubt do nothing`;

/** Its aid lay unused for so many months in a row, and nobody has found out why, or decided. */
const UNUSED = `
  with mine as materialized (
    select f.id as row_id, l.family_id from roster_row f join family_listing l on l.roster_row_id = f.id
     where f.roster_id = $1 and f.state in ('valid', 'warning')
  ), own as (select p.programme, p.months[1] as month from roster r join period p on p.id = r.period_id where r.id = $1)
  insert into family_doubt (roster_id, roster_row_id, kind, basis, unused_months, opened_at)
  select $1, m.row_id, 'unused', u.newest, u.months, programme_now()
    from (${unusedInARow('mine', 'exists (select from own where own.programme = p.programme and p.months[1] < own.month)')}) u
    join mine m on m.family_id = u.family_id
   where u.months >= $2 and not ${isLookedAfter('u.newest')}
   order by m.row_id
      on conflict on constraint uq_family_doubt do nothing`;

/** By which rules of its policy families of a list are asked about. */
export interface DoubtRules {
  /** Kinds of lists to compare with. */
  readonly listKinds: readonly string[];
  /** Months in a row of unused aid; 0 asks about none. */
  readonly unusedMonths: number;
}

/** Opens what is to be asked about the families of a list, by the rules of its policy. A repeat opens only what has come since. */
export async function findDoubts(manager: EntityManager, rosterId: string, rules: DoubtRules): Promise<void> {
  await manager.query(IDENTITY, [rosterId]);
  await manager.query(LISTED, [rosterId, rules.listKinds]);
  await manager.query(EXCLUDED, [rosterId]);
  if (rules.unusedMonths > 0) await manager.query(UNUSED, [rosterId, rules.unusedMonths]);
}
