import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bank said and what a policy was were records by habit; now the database keeps them as it keeps the others. */
const RECORDS = ['bank_answer', 'policy_version'];

export class MoreRecords1800000700000 implements MigrationInterface {
  name = 'MoreRecords1800000700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of RECORDS) {
      await runner.query(`create trigger append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`);
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
