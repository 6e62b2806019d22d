import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state in ('created', 'ready', 'reserved', 'in_progress', 'suspended')`;

const STATEMENTS = [
  `DROP INDEX ix_task_pool`,
  `DROP INDEX ix_task_city`,
  `DROP INDEX ix_task_owner`,
  `DROP INDEX ix_task_added`,
  `CREATE INDEX ix_task_pool ON task (role, due_on, (-amount_rupiah), id) WHERE ${OPEN}`,
  `CREATE INDEX ix_task_city ON task (role, city_code, due_on, (-amount_rupiah), id) WHERE ${OPEN}`,
  `CREATE INDEX ix_task_owner ON task (owner_id, due_on, (-amount_rupiah), id) WHERE owner_id is not null and ${OPEN}`,
  `CREATE INDEX ix_task_added ON task (city_code, due_on, (-amount_rupiah), id) WHERE added_roles <> '{}' and ${OPEN}`,
];

/** Lists of tasks by urgency: what is due first, and of one day what more money depends on. */
export class Urgency1700000000055 implements MigrationInterface {
  name = 'Urgency1700000000055';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
