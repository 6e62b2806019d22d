import type { Prepared } from '../../shared/prepared.js';
import { closedFor, moving } from '../life/moving.js';

/** The moment as JavaScript writes it. */
const AS_IN_JSON = `to_char(now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Decision, signatures, closed task, history, audit row, the message to the workflow and, with a key, the receipt: all of
 * it in one round trip, and none of it when the row is no longer the version that was judged.
 */
export const DECIDE: Prepared = {
  name: 'task-decide',
  text: `
  with ${moving({
    event: 'decide',
    set: `owner_id = $2::uuid, ${closedFor(`'decided'`)}`,
    where: 't.id = $1 and ($19::xid is null or t.xmin = $19::xid)',
    officerId: '$2::uuid',
  })}, closed as (
    select closed_at as now from moved
  ), decision as (
    insert into task_decision (task_id, officer_id, appointment_id, mandate_id, outcome, reason, return_to,
                               artefact_hash, details, acted_for_id, decided_at)
    select $1, $2, $3::uuid, $4::uuid, $5, $6, $7, $8, $9::jsonb, $18::uuid, now from closed
  ), signed as (
    insert into signature (chain_key, officer_id, capacity, task_id, signed_at)
    select $10, signer, $11, $1, now
      from closed cross join (values ($2::uuid), ($18::uuid)) s(signer) where signer is not null
    on conflict (task_id, officer_id) do nothing
  ), audited as (
    insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id,
                             occurred_at)
    select $2, $12, 'task', $1::text, $13, $14::jsonb, $15, now from closed
  ), told as (
    insert into outbox (workflow_id, kind, payload) select $16, 'decision', $17::jsonb from closed where $17::jsonb is not null
  ), kept as (
    insert into command_receipt (officer_id, key, request_hash, status, response)
    select $2, $20, $21, 200, $22::jsonb || jsonb_build_object('decidedAt', ${AS_IN_JSON})
      from closed where $20::text is not null
  )
  select now as "decidedAt" from closed`,
};
