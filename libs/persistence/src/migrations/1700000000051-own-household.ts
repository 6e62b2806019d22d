import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE officer ADD household_hash bytea`,
  `CREATE INDEX ix_officer_household ON officer (household_hash) WHERE household_hash is not null`,
  `ALTER TABLE task ADD excluded_owners uuid array NOT NULL DEFAULT '{}'`,
];

/** To which household an officer belongs, and who therefore never owns a task about it. */
export class OwnHousehold1700000000051 implements MigrationInterface {
  name = 'OwnHousehold1700000000051';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
