import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever holds a paper asks who has signed it, by the hash printed on it. */
export class PapersByHash1800000900000 implements MigrationInterface {
  name = 'PapersByHash1800000900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index ix_task_decision_artefact on task_decision (artefact_hash)');
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
