import type { EntityManager } from 'typeorm';
import { MENDABLE_FINDINGS, type MendableFinding } from '#domain';
import { CREDITED_STATES, oneOf } from '../money/money-held.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';
import { citySeen } from './outreach-sight.js';

/** What a kelurahan's money, visits and sessions of a period come to. */
export interface KelurahanNeedRow {
  readonly code: string;
  readonly name: string;
  readonly credited: number;
  readonly notTransacted: number;
  readonly found: number;
  readonly mendable: Readonly<Record<MendableFinding, number>>;
  /** Sessions of campaigns about this period. */
  readonly planned: number;
  readonly held: number;
}

/** Cases that are over: the city has decided, or the money was used, or went back by itself. */
const OVER = `c.state in ('decided', 'used', 'lapsed') and c.finding is not null`;
const FINDINGS = MENDABLE_FINDINGS.map(
  (finding) => `'${finding}', count(*) filter (where c.finding = '${finding}' and not c.restricted)::int`,
).join(', ');

/** What the records of a period say of each kelurahan of a city: counts, and no family. */
export class OutreachNeedReadModel {
  constructor(private readonly manager: EntityManager) {}

  /** Cities with a quota of the period in the reader's sight, by name. */
  async cities(territories: readonly string[], periodId: string): Promise<{ code: string; name: string }[]> {
    return rowsOf(
      this.manager,
      `select a.city_code as code, coalesce(t.name, a.city_code) as name from allocation a left join territory t on t.code = a.city_code
        where ${citySeen('a.city_code')} and a.period_id = $2 order by 2, 1`,
      [territories, periodId],
    );
  }

  /** Kelurahan in the territories with families that were credited. */
  async kelurahan(
    territories: readonly string[],
    { periodId, cityCode }: { readonly periodId: string; readonly cityCode: string },
  ): Promise<KelurahanNeedRow[]> {
    return rowsOf<KelurahanNeedRow>(
      this.manager,
      `select m.code, coalesce(t.name, m.code) as name, m.credited, m."notTransacted", v.found, v.mendable, s.planned, s.held
         from (select e.kelurahan_code as code, count(*)::int as credited,
                      count(*) filter (where e.state <> 'transacted')::int as "notTransacted"
                 from entitlement e
                where e.period_id = $2 and e.city_code = $3 and e.state in ${oneOf(CREDITED_STATES)}
                  and ${inTerritories('e.kelurahan_code', '$1')} group by 1) m
         left join territory t on t.code = m.code
        cross join lateral (select count(*)::int as found, jsonb_build_object(${FINDINGS}) as mendable
                              from follow_up_case c where c.period_id = $2 and c.kelurahan_code = m.code and ${OVER}) v
        cross join lateral (select count(*) filter (where o.state = 'planned')::int as planned,
                                   count(*) filter (where o.state = 'held')::int as held
                              from outreach_session o join outreach_campaign g on g.id = o.campaign_id
                             where o.kelurahan_code = m.code and g.period_id = $2) s
        order by m.code`,
      [territories, periodId, cityCode],
    );
  }
}
