import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a case's money is read from its entitlement: a second word for it could only disagree. */
export class CaseMoney1800000300000 implements MigrationInterface {
  name = 'CaseMoney1800000300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table follow_up_case drop column money_outcome');
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
