import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions of a chain, and the desk that takes them in, look tasks up by their chain. */
export class TaskChain1700000000020 implements MigrationInterface {
  name = 'TaskChain1700000000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX "ix_task_chain" ON "task" ("chain_key")`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
