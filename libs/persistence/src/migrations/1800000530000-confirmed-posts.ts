import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A post that signs is proposed by one officer and confirmed by another. Those that are held already stay held. */
const UP = [
  `alter table appointment add column is_proposed boolean not null default false`,
  `alter table appointment add column confirmed_by uuid`,
  `alter table appointment add column confirmed_at timestamptz`,
  `alter table appointment add constraint fk_appointment_confirmed_by foreign key (confirmed_by) references officer (id)`,
  `alter table appointment add constraint appointment_confirmed
     check (not (is_proposed and confirmed_at is not null) and confirmed_by <> created_by and confirmed_by <> officer_id)`,
];

export class ConfirmedPosts1800000530000 implements MigrationInterface {
  name = 'ConfirmedPosts1800000530000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
