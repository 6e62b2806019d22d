import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Quotas of a running period are changed by a paper that two people sign; what they were is kept with it. */
export class QuotaChanges1805000000000 implements MigrationInterface {
  readonly name = 'QuotaChanges1805000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table quota_change (
      id uuid not null default gen_random_uuid(), period_id uuid not null, ground text not null, paper text, state text not null,
      proposed_by uuid not null, proposed_at timestamptz not null, ended_at timestamptz, lapsed_for jsonb,
      constraint pk_quota_change primary key (id),
      constraint quota_change_state check (state in ('proposed', 'applied', 'refused', 'lapsed')),
      constraint quota_change_ended check ((state = 'proposed') = (ended_at is null)),
      constraint quota_change_lapsed check ((state = 'lapsed') = (lapsed_for is not null)),
      constraint fk_quota_change_period_id foreign key (period_id) references period (id),
      constraint fk_quota_change_proposed_by foreign key (proposed_by) references officer (id))`);
    await queryRunner.query(`create index ix_quota_change_period on quota_change (period_id, proposed_at, id)`);
    await queryRunner.query(`create table quota_change_line (
      change_id uuid not null, city_code text not null, delta_families integer not null, rupiah_per_family bigint not null,
      before_families integer, after_families integer,
      constraint pk_quota_change_line primary key (change_id, city_code),
      constraint quota_change_line_moves check (delta_families <> 0),
      constraint quota_change_line_adds_up check (after_families = before_families + delta_families),
      constraint quota_change_line_whole check ((before_families is null) = (after_families is null)),
      constraint fk_quota_change_line_change_id foreign key (change_id) references quota_change (id))`);
    // The quota of a city that has refused its mandate can be taken back to the last family.
    await queryRunner.query(`alter table allocation drop constraint allocation_positive,
      add constraint allocation_positive check (quota_families >= 0 and rupiah_per_family > 0)`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
