import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor for officers, and when a session last proved who uses it. */
export class SecondFactor1800000910000 implements MigrationInterface {
  name = 'SecondFactor1800000910000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table officer_second_factor (
      officer_id uuid not null,
      secret_sealed bytea not null,
      confirmed_at timestamptz,
      last_step bigint default 0 not null,
      recovery_hashes bytea[] default '{}' not null,
      created_at timestamptz default now() not null,
      constraint pk_officer_second_factor primary key (officer_id),
      constraint fk_officer_second_factor_officer_id foreign key (officer_id) references officer(id))`);
    await queryRunner.query('alter table session add column proved_at timestamptz');
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
