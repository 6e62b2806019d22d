import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices hear of figures that pass a limit they have set. */
export class Alerts1800009200000 implements MigrationInterface {
  readonly name = 'Alerts1800009200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table alert_rule (
      id uuid not null default gen_random_uuid(), kind text not null, territory_code text not null, level text not null,
      limit_value integer not null, days_left integer, role text not null,
      created_by uuid not null, created_at timestamptz not null, ended_by uuid, ended_at timestamptz,
      constraint pk_alert_rule primary key (id),
      constraint alert_rule_kind check (kind in ('not_transacted', 'old_breaks', 'late_desks')),
      constraint alert_rule_level check (level in ('city', 'kecamatan', 'kelurahan')),
      constraint alert_rule_limit check (limit_value > 0),
      constraint alert_rule_days check ((kind = 'not_transacted') = (days_left is not null)),
      constraint alert_rule_ended check ((ended_at is null) = (ended_by is null)),
      constraint fk_alert_rule_created_by foreign key (created_by) references officer (id),
      constraint fk_alert_rule_ended_by foreign key (ended_by) references officer (id))`);
    await queryRunner.query(
      `create index ix_alert_rule_active on alert_rule (territory_code, id) where ended_at is null`,
    );
    await queryRunner.query(`create table alert (
      id uuid not null default gen_random_uuid(), rule_id uuid not null, period_id uuid not null, territory_code text not null,
      value integer not null, of_total integer not null, opened_on date not null, seen_on date not null, ended_on date,
      constraint pk_alert primary key (id),
      constraint alert_value check (value >= 0 and of_total >= 0),
      constraint fk_alert_rule_id foreign key (rule_id) references alert_rule (id),
      constraint fk_alert_period_id foreign key (period_id) references period (id))`);
    await queryRunner.query(
      `create unique index uq_alert_open on alert (rule_id, period_id, territory_code) where ended_on is null`,
    );
    await queryRunner.query(`create index ix_alert_place on alert (territory_code, id) where ended_on is null`);
    for (const table of ['alert_rule', 'period']) {
      await queryRunner.query(
        `create trigger tell_alerts after insert on ${table} for each statement execute function tell_diary('alerts')`,
      );
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
