import type { EntityManager } from 'typeorm';
import { type IsoDate, type Role, VISIT_HELPERS } from '#domain';
import { isLive, isOnLeave } from '../organisation/appointments/live-appointment.js';
import { jakartaDay } from '../shared/jakarta-day.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';

/** Cases of a kelurahan with one deadline that wait for a visit. */
export interface CaseGroupRow {
  kelurahanCode: string;
  kelurahan: string | null;
  kecamatan: string | null;
  deadlineOn: IsoDate;
  cases: number;
  /** Visits that were opened since the first day of the window. */
  incoming: number;
}

/** Somebody who may visit families today, and what they have recorded. */
export interface VisitorRow {
  officerId: string;
  officer: string;
  role: Role;
  territoryCode: string;
  place: string | null;
  /** Visits that they hold, or that were handed to them alone. */
  held: number;
  /** Visits recorded since the first day of the window. */
  visitsLately: number;
  /** The middle one of the minutes from taking a visit up to recording it on the same day; null where none was. */
  minutes: number | null;
  /** How many visits that is measured on. */
  timed: number;
}

/** Who visits families and how many wait, counted in the database. */
export class WorkloadRepository {
  constructor(private readonly manager: EntityManager) {}

  /** By deadline and place, for every case of the period that waits for a visit. */
  async groups(periodId: string, territories: readonly string[], from: IsoDate): Promise<CaseGroupRow[]> {
    return rowsOf<CaseGroupRow>(
      this.manager,
      `select c.kelurahan_code as "kelurahanCode", max(k.name) as kelurahan, max(n.name) as kecamatan,
              c.deadline_on::text as "deadlineOn", count(*)::int as cases,
              count(*) filter (where exists (select from task t where t.workflow_id = c.desk_workflow_id and t.kind = 'follow-up.visit'
                                 and t.subject_type = 'case' and t.subject_id = c.id::text and ${openTask('t')}
                                 and ${jakartaDay('t.created_at')} >= $3))::int as incoming
         from follow_up_case c left join territory k on k.code = c.kelurahan_code
         left join territory n on n.code = left(c.kelurahan_code, 8)
        where c.period_id = $1 and c.state = 'to_visit' and ${inTerritories('c.kelurahan_code', '$2')}
        group by c.kelurahan_code, c.deadline_on order by c.deadline_on, c.kelurahan_code`,
      [periodId, territories, from],
    );
  }

  /** Whoever holds a post that visits today and is not on leave, by place and name. */
  async visitors(territories: readonly string[], from: IsoDate): Promise<VisitorRow[]> {
    return rowsOf<VisitorRow>(
      this.manager,
      `select distinct on (o.territory_code, a.role, f.full_name, a.officer_id)
              a.officer_id as "officerId", f.full_name as officer, a.role, o.territory_code as "territoryCode", t.name as place,
              (select count(*)::int from task k where k.kind = 'follow-up.visit' and ${openTask('k')}
                  and (k.owner_id = a.officer_id or (k.owner_id is null and k.potential_owners = array[a.officer_id]))) as held,
              did.visits as "visitsLately", did.minutes, did.timed
         from appointment a join office o on o.id = a.office_id join officer f on f.id = a.officer_id
         left join territory t on t.code = o.territory_code
         cross join lateral (
           select count(*)::int as visits, count(v.minutes)::int as timed,
                  round((percentile_cont(0.5) within group (order by v.minutes))::numeric, 1)::float8 as minutes
             from (select extract(epoch from d.decided_at - b.began) / 60 as minutes
                     from task_decision d join task k on k.id = d.task_id
                     left join lateral (
                       select max(e.occurred_at) as began from task_event e
                        where e.task_id = k.id and e.officer_id = d.officer_id and e.event in ('claim', 'start')
                          and e.occurred_at <= d.decided_at
                          and ${jakartaDay('e.occurred_at')} = ${jakartaDay('d.decided_at')}) b on true
                    where d.officer_id = a.officer_id and d.outcome = 'submitted' and k.kind = 'follow-up.visit'
                      and ${inTerritories('k.territory_code', 'array[o.territory_code]')}
                      and ${jakartaDay('d.decided_at')} >= $2) v) did
        where a.role = any($3) and ${isLive('a')} and not ${isOnLeave('a.officer_id')} and f.disabled_at is null
          and ${inTerritories('o.territory_code', '$1')}
        order by o.territory_code, a.role, f.full_name, a.officer_id`,
      [territories, from, ['tksk', ...VISIT_HELPERS]],
    );
  }
}
