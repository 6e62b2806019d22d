import { moving } from '../tasks/life/moving.js';

/** One more signature and an open task: nobody holds it, and of those it was forwarded to the signer is off the list. */
export const FREE = `
  with ${moving({
    event: 'vote',
    set: `owner_id = null, claimed_at = null, delegated_by = null, delegation_id = null,
          potential_owners = nullif(array_remove(potential_owners, $2::uuid), '{}')`,
    where: 't.id = $1',
    officerId: '$2::uuid',
  })}, freed as (
    select programme_now() as now from moved
  ), signed as (
    insert into signature (chain_key, officer_id, capacity, task_id, signed_at)
    select $3, signer, $4, $1, now from freed cross join (values ($2::uuid), ($5::uuid)) s(signer)
     where signer is not null
    on conflict (task_id, officer_id) do nothing
  ), audited as (
    insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
    select $2, $6, 'task', $1::text, $7, $8::jsonb, $9, now from freed
  )
  select now as "votedAt" from freed`;
