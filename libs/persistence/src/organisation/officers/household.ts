import type { EntityManager } from 'typeorm';
import { openTask } from '../../tasks/open-task.js';

/** The officers of the household that a case is about; `caseId` is SQL. */
export const kinOf = (caseId: string): string => `array(
  select o.id from follow_up_case k join entitlement e on e.id = k.entitlement_id
    join roster_row r on r.id = e.roster_row_id join officer o on o.household_hash = r.kk_hash
   where k.id = ${caseId})`;

/**
 * Says to which household officers belong, by the keyed hash of its family card; null where it is not known. Open tasks
 * about either household, the one before and this one, exclude whoever belongs to it now.
 */
export async function setHouseholds(
  manager: EntityManager,
  households: readonly { readonly officerId: string; readonly kkHash: Buffer | null }[],
): Promise<void> {
  if (households.length === 0) return;
  await manager.query(
    `with wanted as (
       select w."officerId" as id, decode(w.hash, 'hex') as hash
         from jsonb_to_recordset($1::jsonb) w("officerId" uuid, hash text)
     )
     update officer o set household_hash = w.hash from wanted w
      where w.id = o.id and o.household_hash is distinct from w.hash`,
    [JSON.stringify(households.map(({ officerId, kkHash }) => ({ officerId, hash: kkHash?.toString('hex') ?? null })))],
  );
  const officerIds = households.map(({ officerId }) => officerId);
  await manager.query(
    `with about as (
       select t.id, ${kinOf('c.id')} as kin
         from task t join follow_up_case c on c.id::text = t.subject_id
        where t.subject_type = 'case' and ${openTask('t')}
          and (t.excluded_owners && $1::uuid[] or exists (
                select from entitlement e join roster_row r on r.id = e.roster_row_id
                  join officer o on o.household_hash = r.kk_hash
                 where e.id = c.entitlement_id and o.id = any($1::uuid[])))
     )
     update task t set excluded_owners = about.kin from about where about.id = t.id`,
    [officerIds],
  );
}
