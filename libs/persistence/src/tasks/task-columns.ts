const nameOf = (officerId: string) => `(select o.full_name from officer o where o.id = ${officerId})`;

/**
 * The columns of a task as lists and pages show it; `t` is the task. Names are looked up row by row: five joins cost a
 * page of fifty seven times its running in planning.
 */
export const TASK_COLUMNS = `
  t.id, t.kind, t.stage, t.state, t.workflow_id as "workflowId", t.period_id as "periodId", (select p.code from period p where p.id = t.period_id) as "periodCode",
  t.city_code as "cityCode", t.territory_code as "territoryCode", coalesce((select r.name from territory r where r.code = t.territory_code), t.territory_code) as "territoryName",
  t.subject_type as "subjectType", t.subject_id as "subjectId", t.chain_key as "chainKey",
  t.artefact_hash as "artefactHash", t.families, t.amount_rupiah as "amountRupiah", t.owner_id as "ownerId",
  ${nameOf('t.owner_id')} as "ownerName", t.delegated_by as "delegatedBy", ${nameOf('t.delegated_by')} as "delegatedByName", t.delegation_id as "delegationId",
  t.potential_owners as "potentialOwners", t.resume_state as "resumeState", t.suspended_on::text as "suspendedOn",
  t.suspended_until::text as "suspendedUntil", t.suspended_reason as "suspendedReason", t.waiting_for as "waitingFor", t.start_due_on::text as "startDueOn", t.due_on::text as "dueOn",
  t.follow_up_on::text as "followUpOn", t.added_roles as "addedRoles", t.escalations, t.created_at as "createdAt",
  t.closed_at as "closedAt",
  (select d.outcome from task_decision d where d.task_id = t.id) as outcome`;

/** What `why` needs beside the row, and the programme's day, so that a task is judged after one query. */
export const TASK_FACTS = `
  (select programme_today())::text as today, t.xmin::text as version, t.role as "responsibleRole", t.excluded_owners as "excludedOwners",
  t.approval, t.approval_request_id as "approvalRequestId",
  case when t.approval is null then '[]' else (
    select coalesce(jsonb_agg(distinct who.id), '[]')
      from approval_vote v cross join lateral (values (v.officer_id), (v.acted_for_id)) who(id)
     where v.request_id = t.approval_request_id and v.artefact_hash = t.artefact_hash and who.id is not null
  ) end as "approvedBy",
  case when t.approval is null then '{}' else (
    select r.observers from approval_request r where r.id = t.approval_request_id) end as observers,
  (select coalesce(jsonb_agg(distinct jsonb_build_object('officerId', s.officer_id, 'capacity', s.capacity)), '[]')
     from signature s where s.chain_key = t.chain_key) as signatures,
  (select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'reason', f.reason, 'territoryCode', f.territory_code,
            'actions', f.actions, 'validFrom', f.valid_from, 'validTo', f.valid_to) order by f.valid_from, f.id), '[]')
     from freeze_period f
    where f.ended_at is null and f.valid_to >= (select programme_today()) and t.kind = any(f.actions)) as freezes,
  array(select h.day::text from territory_holiday h
         where h.removed_at is null
           and (h.territory_code = 'ID' or t.territory_code = h.territory_code
                or t.territory_code like h.territory_code || '.%')) as holidays`;
