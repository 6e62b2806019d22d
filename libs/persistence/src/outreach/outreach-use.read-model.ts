import type { EntityManager } from 'typeorm';
import type { UseCounts } from '#domain';
import { CREDITED_STATES, oneOf } from '../money/money-held.js';
import { rowsOf } from '../shared/unit-of-work.js';

/** A kelurahan in one period: its families whose days are over, those without use then, and when its money came. */
export interface KelurahanUseRow extends UseCounts {
  readonly code: string;
  readonly firstOn: string;
  readonly lastOn: string;
}

/** How a period's money was used in each kelurahan of a city, and when sessions were held. */
export class OutreachUseReadModel {
  constructor(
    private readonly manager: EntityManager,
    private readonly cityCode: string,
  ) {}

  /** Counts families whose money came more than `days` ago, and of them those that had not used it within as many days. */
  async use(periodId: string, days: number): Promise<KelurahanUseRow[]> {
    const isOver = 'e.credited_on + $3::int < programme_today()';
    const isUsed = `e.state = 'transacted' and coalesce(e.transacted_on <= e.credited_on + $3::int, true)`;
    return rowsOf<KelurahanUseRow>(
      this.manager,
      `select e.kelurahan_code as code, count(*) filter (where ${isOver})::int as families,
              count(*) filter (where ${isOver} and not (${isUsed}))::int as unused,
              min(e.credited_on)::text as "firstOn", max(e.credited_on)::text as "lastOn"
         from entitlement e
        where e.period_id = $1 and e.city_code = $2 and e.state in ${oneOf(CREDITED_STATES)} and e.credited_on is not null
        group by 1 order by 1`,
      [periodId, this.cityCode, days],
    );
  }

  /** The days on which sessions were held, by kelurahan. */
  async heldOn(): Promise<Map<string, string[]>> {
    const rows = await rowsOf<{ code: string; days: string[] }>(
      this.manager,
      `select s.kelurahan_code as code, array_agg(s.on_day::text order by s.on_day) as days
         from outreach_session s join outreach_campaign c on c.id = s.campaign_id
        where s.state = 'held' and c.city_code = $1 group by 1`,
      [this.cityCode],
    );
    return new Map(rows.map(({ code, days }) => [code, days]));
  }
}
