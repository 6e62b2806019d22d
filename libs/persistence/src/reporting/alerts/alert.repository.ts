import type { EntityManager } from 'typeorm';
import {
  type AlertFigure,
  type AlertKind,
  type AlertLevel,
  type AlertRole,
  type AlertRule,
  DomainError,
} from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

export interface AlertRuleRow extends AlertRule {
  readonly id: string;
  readonly territoryName: string | null;
  readonly creator: string;
  readonly createdAt: Date;
}

export interface AlertRow extends AlertFigure {
  readonly id: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  readonly limit: number;
  readonly role: AlertRole;
  readonly periodId: string;
  readonly months: string[];
  readonly territoryName: string | null;
  readonly openedOn: string;
  readonly seenOn: string;
}

const RULE = `r.id, r.kind, r.territory_code as "territoryCode", (select t.name from territory t where t.code = r.territory_code) as "territoryName",
  r.level, r.limit_value as "limit", r.days_left as "daysLeft", r.role, o.full_name as creator, r.created_at as "createdAt"`;

/** Rules that watch figures, and the places at which they are reached. */
export class AlertRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(rule: AlertRule, officerId: string): Promise<string> {
    const { kind, territoryCode, level, limit, daysLeft, role } = rule;
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into alert_rule (kind, territory_code, level, limit_value, days_left, role, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, programme_now()) returning id`,
      [kind, territoryCode, level, limit, daysLeft, role, officerId],
    );
    if (row === undefined) throw new Error('a rule that was added has a row');
    return row.id;
  }

  /** Those that still watch, of the territories; all of them for who looks. */
  async rules(territories: readonly string[] = ['ID']): Promise<AlertRuleRow[]> {
    return rowsOf<AlertRuleRow>(
      this.manager,
      `select ${RULE} from alert_rule r join officer o on o.id = r.created_by
        where r.ended_at is null and ${inTerritories('r.territory_code', '$1')} order by r.territory_code, r.id`,
      [territories],
    );
  }

  /** Ends it with its alerts. Throws ALERT_RULE_UNKNOWN outside the territories, and for one that has ended. */
  async end(id: string, territories: readonly string[], officerId: string): Promise<{ territoryCode: string }> {
    const row = await rowOf<{ territoryCode: string }>(
      this.manager,
      `update alert_rule set ended_by = $3, ended_at = programme_now()
        where id = $1 and ended_at is null and ${inTerritories('territory_code', '$2')} returning territory_code as "territoryCode"`,
      [id, territories, officerId],
    );
    if (row === undefined) throw new DomainError('ALERT_RULE_UNKNOWN', 'no such rule watches in the territory');
    await this.manager.query('update alert set ended_on = programme_today() where rule_id = $1 and ended_on is null', [
      id,
    ]);
    return row;
  }

  /** What holds today of a rule in a period: opens alerts at new places, which it returns, and ends those at all others. A repeat opens nothing. */
  async hold(ruleId: string, periodId: string, reached: readonly AlertFigure[]): Promise<AlertFigure[]> {
    const found = JSON.stringify(
      reached.map(({ territoryCode, value, of }) => ({ code: territoryCode, value, total: of })),
    );
    await this.manager.query(
      `update alert a set ended_on = programme_today() where a.rule_id = $1 and a.period_id = $2 and a.ended_on is null
          and not exists (select from jsonb_to_recordset($3::jsonb) as n(code text) where n.code = a.territory_code)`,
      [ruleId, periodId, found],
    );
    const opened = await rowsOf<{ territoryCode: string; isNew: boolean }>(
      this.manager,
      `insert into alert (rule_id, period_id, territory_code, value, of_total, opened_on, seen_on)
       select $1, $2, n.code, n.value, n.total, programme_today(), programme_today()
         from jsonb_to_recordset($3::jsonb) as n(code text, value integer, total integer)
       on conflict (rule_id, period_id, territory_code) where ended_on is null
       do update set value = excluded.value, of_total = excluded.of_total, seen_on = excluded.seen_on
       returning territory_code as "territoryCode", xmax = 0 as "isNew"`,
      [ruleId, periodId, found],
    );
    const isNew = new Set(opened.filter((one) => one.isNew).map(({ territoryCode }) => territoryCode));
    return reached.filter(({ territoryCode }) => isNew.has(territoryCode));
  }

  /** Of periods that are over. */
  async endOfClosed(): Promise<void> {
    await this.manager.query(
      `update alert a set ended_on = programme_today() from period p
        where p.id = a.period_id and p.state = 'closed' and a.ended_on is null`,
    );
  }

  /** Open ones in the territories, by place, after the one seen last. */
  async open(
    territories: readonly string[],
    limit: number,
    after?: { readonly key: string; readonly id: string },
  ): Promise<AlertRow[]> {
    return rowsOf<AlertRow>(
      this.manager,
      `select a.id, r.kind, r.level, r.limit_value as "limit", r.role, a.period_id as "periodId", p.months, a.value, a.of_total as of,
              a.territory_code as "territoryCode", (select t.name from territory t where t.code = a.territory_code) as "territoryName",
              a.opened_on::text as "openedOn", a.seen_on::text as "seenOn"
         from alert a join alert_rule r on r.id = a.rule_id join period p on p.id = a.period_id
        where a.ended_on is null and ${inTerritories('a.territory_code', '$1')}
          and ($2::text is null or (a.territory_code, a.id) > ($2, $3::uuid))
        order by a.territory_code, a.id limit $4`,
      [territories, after?.key ?? null, after?.id ?? null, limit],
    );
  }

  /** Whether anything is to be looked at tomorrow: a rule that watches, and a period that runs. */
  async isWatching(): Promise<boolean> {
    const sql = `select 1 where exists (select from alert_rule where ended_at is null) and exists (select from period where state = 'open')`;
    return (await rowOf(this.manager, sql)) !== undefined;
  }
}
