import { type TaskKind, taskRule } from '#domain';
import { jakartaDay } from '../shared/jakarta-day.js';
import type { Prepared } from '../shared/prepared.js';
import { kinOf } from '../organisation/officers/household.js';
import { officeIsHeld } from '../tasks/deadlines/staffed-office.js';
import { CHAIN_OF_CASE } from './decision-of-case.js';

const PLACE_OF_DESK = '(select kelurahan_code from follow_up_case where desk_workflow_id = $1 limit 1)';

/** Kind, office and stage of a step, as the catalogue has them. */
const stepOf = (kind: TaskKind): string => `'${kind}', '${taskRule(kind).role}', '${taskRule(kind).stage}'`;

const decidedOf = (kind: TaskKind) =>
  `c.desk_workflow_id = $1 and t.chain_key = ${CHAIN_OF_CASE} and t.kind = '${kind}' and t.state = 'completed'`;

/** A decision of before findings had rules said what became of the money, and nothing else. */
const OF_BEFORE = `case d.details ->> 'outcome' when 'keeps_money' then 'keep' when 'returns_money' then 'return' end`;

/** A case is in one state, so that each decision changes it once, in whichever half it belongs to. */
export const ADVANCE: Prepared = {
  name: 'desk-advance',
  text: `
    with visited as (
      update follow_up_case c set state = 'to_decide', finding = d.details ->> 'finding',
             finding_note = d.details ->> 'note', found_by = d.officer_id, found_at = d.decided_at,
             decides = r.decides, restricted = coalesce(r.restricted, false)
        from task t join task_decision d on d.task_id = t.id join period p on p.id = t.period_id
        left join lateral finding_rule_on(p.programme, d.details ->> 'finding', ${jakartaDay('d.decided_at')}) r on true
       where c.state = 'to_visit' and ${decidedOf('follow-up.visit')}
    )
    update follow_up_case c set
           state = case d.outcome when 'returned' then 'to_visit' else 'decided' end,
           round = case d.outcome when 'returned' then c.round + 1 else c.round end,
           outcome = case d.outcome when 'returned' then null else d.details ->> 'outcome' end,
           money_decided = case d.outcome when 'returned' then null else coalesce(o.money, ${OF_BEFORE}) end,
           decided_at = case d.outcome when 'returned' then null else d.decided_at end
      from task t join task_decision d on d.task_id = t.id join period p on p.id = t.period_id
      join follow_up_case own on own.desk_workflow_id = $1
      left join lateral (
        select x.money from (values (1, ${jakartaDay('own.found_at')}), (2, ${jakartaDay('d.decided_at')})) n(place, day)
         cross join lateral finding_rule_on(p.programme, own.finding, n.day) r
         cross join lateral jsonb_to_recordset(r.outcomes) as x(outcome text, money text)
         where x.outcome = d.details ->> 'outcome' order by n.place limit 1) o on true
     where own.id = c.id and c.state = 'to_decide' and ${decidedOf('follow-up.decide')}`,
};

export const OPEN_TASKS: Prepared = {
  name: 'desk-open-tasks',
  text: `
    with failed as (
      select chain_key, kind, count(*) as times from task
       where workflow_id = $1 and state = 'failed' group by chain_key, kind
    ), waiting as (
      select distinct state, decides from follow_up_case where desk_workflow_id = $1 and state in ('to_visit', 'to_decide')
    ), step as (
      select s.*, ${officeIsHeld('s.office', PLACE_OF_DESK)} as is_held
        from (
          select k.*, w.decides, case k.state when 'to_decide' then coalesce(w.decides, k.role) else k.role end as office
            from (values ('to_visit', ${stepOf('follow-up.visit')}, $2::date),
                     ('to_decide', ${stepOf('follow-up.decide')}, $3::date)) k(state, kind, role, stage, due_on)
            join waiting w on w.state = k.state) s
    )
    insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                      subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, start_due_on,
                      excluded_owners, created_at)
    select n.kind, n.stage, n.office, c.desk_workflow_id, concat_ws(':', c.id, c.round, n.kind, failed.times),
           c.period_id, c.city_code, c.kelurahan_code, 'case', c.id::text, ${CHAIN_OF_CASE},
           encode(sha256(convert_to(concat_ws('|', c.id, c.round, c.state, c.finding), 'utf8')), 'hex'), 1,
           c.amount_rupiah, case when n.is_held then 'ready' else 'created' end, least(n.due_on, c.deadline_on),
           $4::date, ${kinOf('c.id')}, programme_now()
      from follow_up_case c
      join step n on n.state = c.state and n.decides is not distinct from c.decides
      left join failed on failed.chain_key = ${CHAIN_OF_CASE} and failed.kind = n.kind
     where c.desk_workflow_id = $1
       and not exists (select from task o where o.workflow_id = $1
                          and o.step_key = concat_ws(':', c.id, c.round, n.kind, failed.times))
    on conflict (workflow_id, step_key) do nothing`,
};
