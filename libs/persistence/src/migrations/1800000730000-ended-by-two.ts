import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A freeze and an approval policy are ended by two officers. What one has ended already stays ended: not valid for those. */
const UP = ['freeze_period', 'approval_policy'].flatMap((table) => [
  `alter table ${table} add column end_proposed_by uuid`,
  `alter table ${table} add column end_proposed_at timestamptz`,
  `alter table ${table} add constraint fk_${table}_end_proposed_by foreign key (end_proposed_by) references officer (id)`,
  `alter table ${table} add constraint ${table}_ended_by_two
     check (ended_at is null or (end_proposed_by is not null and end_proposed_by <> ended_by)) not valid`,
]);

export class EndedByTwo1800000730000 implements MigrationInterface {
  name = 'EndedByTwo1800000730000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
