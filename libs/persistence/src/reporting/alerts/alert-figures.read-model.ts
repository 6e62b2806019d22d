import type { EntityManager } from 'typeorm';
import type { AlertFigure, AlertLevel } from '#domain';
import { lastDayOfUseOf } from '../../distribution/return/last-day-of-use.js';
import { CREDITED_STATES, oneOf, UNUSED_STATES } from '../../money/money-held.js';
import { jakartaDay } from '../../shared/jakarta-day.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowsOf } from '../../shared/unit-of-work.js';

const LENGTH: Readonly<Record<AlertLevel, number>> = { city: 5, kecamatan: 8, kelurahan: 13 };

interface Place {
  readonly periodId: string;
  readonly territoryCode: string;
  readonly level: AlertLevel;
}

/** Figures that rules watch, of all places of a level in a territory, each from one question over sums. */
export class AlertFigures {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Families whose money lies in their accounts unused, of all that were credited, where the last day of use is at most so many days away; a day that
   * has passed counts, until the money has gone back.
   */
  async notTransacted(
    { periodId, territoryCode, level }: Place,
    window: string,
    daysLeft: number,
  ): Promise<AlertFigure[]> {
    const sums =
      level === 'city'
        ? `select p.city_code as place, p.city_code as city, p.account, p.families from city_posting p
            where p.period_id = $1 and ${inTerritories('p.city_code', '$2')}`
        : `select left(p.territory_code, ${LENGTH[level]}), t.city_code, p.account, p.families
             from ledger_transaction t join posting p on p.transaction_id = t.id
            where t.period_id = $1 and t.city_code = left($3, ${LENGTH.city}) and ${inTerritories('p.territory_code', '$2')}
              and length(p.territory_code) >= ${LENGTH[level]}`;
    const city = level === 'city' ? [] : [territoryCode];
    const at = city.length + 3;
    return rowsOf<AlertFigure>(
      this.manager,
      `with sums(place, city, account, families) as (${sums}),
       near as (
         select o.city_code as city from payment_order o where o.period_id = $1 and o.state <> 'drafted'
          group by 1 having max(${lastDayOfUseOf('o', `$${at}`)}) - programme_today() <= $${at + 1}::int)
       select place as "territoryCode",
              coalesce(sum(families) filter (where account in ${oneOf(UNUSED_STATES)}), 0)::int as value,
              sum(families)::int as of
         from sums join near using (city) where account in ${oneOf(CREDITED_STATES)}
        group by place having sum(families) > 0`,
      [periodId, [territoryCode], ...city, window, daysLeft],
    );
  }

  /** Open breaks that were opened more than so many days ago, of all that are open; one without a family stands with its city. */
  async oldBreaks({ periodId, territoryCode, level }: Place, days: number): Promise<AlertFigure[]> {
    const place = 'coalesce(e.kelurahan_code, o.city_code)';
    return rowsOf<AlertFigure>(
      this.manager,
      `select left(${place}, ${LENGTH[level]}) as "territoryCode",
              count(*) filter (where ${jakartaDay('b.opened_at')} < programme_today() - $3::int)::int as value, count(*)::int as of
         from reconciliation_break b join payment_order o on o.id = b.order_id left join entitlement e on e.id = b.entitlement_id
        where o.period_id = $1 and b.state = 'open' and ${inTerritories(place, '$2')} group by 1`,
      [periodId, [territoryCode], days],
    );
  }
}
