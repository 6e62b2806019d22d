import type { EntityManager } from 'typeorm';
import { type IsoDate, type Role, ROLE_NAMES, ROLES } from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import { openTask } from '../open-task.js';
import { jakartaDay } from '../../shared/jakarta-day.js';

const LENGTH = { nation: 0, province: 2, city: 5, kecamatan: 8, kelurahan: 13 };
const DESKS = ROLE_NAMES.map((role) => ({ role, length: LENGTH[ROLES[role]] }));

export interface OfficeWorkRow {
  role: Role;
  territoryCode: string;
  territoryName: string | null;
  open: number;
  late: number;
  decidedLately: number;
  families: number;
  lastDueOn: IsoDate | null;
}

/** How much work lies with each office, and how much it decides. */
export class OfficeWorkRepository {
  constructor(private readonly manager: EntityManager) {}

  /** An office is a role at its level: a kelurahan's case on the desk of Dinsos is the city's work. */
  async list(periodId: string, territories: readonly string[], decidedFrom: IsoDate): Promise<OfficeWorkRow[]> {
    return rowsOf<OfficeWorkRow>(
      this.manager,
      `with work as (
         select t.role, case d.length when 0 then 'ID' else left(t.territory_code, d.length) end as place,
                t.due_on, t.families, ${openTask('t')} as is_open
           from task t join jsonb_to_recordset($4::jsonb) as d(role text, length int) on d.role = t.role
          where t.period_id = $1 and ${inTerritories('t.territory_code', '$2')}
            and (${openTask('t')} or (t.state = 'completed' and ${jakartaDay('t.closed_at')} >= $3))
       )
       select w.role, w.place as "territoryCode", max(p.name) as "territoryName",
              count(*) filter (where is_open)::int as open,
              count(*) filter (where is_open and due_on < programme_today())::int as late,
              count(*) filter (where not is_open)::int as "decidedLately",
              coalesce(sum(families) filter (where is_open), 0)::int as families,
              (max(due_on) filter (where is_open))::text as "lastDueOn"
         from work w left join territory p on p.code = w.place
        group by w.role, w.place having count(*) filter (where is_open) > 0
        order by w.place, w.role limit 2000`,
      [periodId, territories, decidedFrom, JSON.stringify(DESKS)],
    );
  }
}
