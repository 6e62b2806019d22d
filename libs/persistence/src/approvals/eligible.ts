import { isLive, isOnLeave } from '../organisation/appointments/live-appointment.js';
import { TASK_KINDS, taskRule } from '#domain';

const capacities = TASK_KINDS.map((kind) => `('${kind}', '${taskRule(kind).capacity}')`).join(', ');

/**
 * Who could approve a task today and has not: holds its office there, is not on leave, has not signed the chain in
 * another capacity, has not given their word or had it given for them. `task` is SQL with the columns of a task.
 */
export const eligibleFor = (task: string): string => `
  select distinct o.id from appointment a
    join office f on f.id = a.office_id join officer o on o.id = a.officer_id and o.disabled_at is null
   where a.role = ${task}.role and ${isLive('a')}
     and not ${isOnLeave('o.id')}
     and (f.territory_code in ('ID', ${task}.territory_code) or ${task}.territory_code like f.territory_code || '.%')
     and not exists (select from signature s join (values ${capacities}) k(kind, capacity) on k.kind = ${task}.kind
                      where s.chain_key = ${task}.chain_key and s.officer_id = o.id and s.capacity <> k.capacity)
     and not exists (select from approval_vote v
                      where v.request_id = ${task}.approval_request_id and v.artefact_hash = ${task}.artefact_hash
                        and o.id in (v.officer_id, v.acted_for_id))`;
