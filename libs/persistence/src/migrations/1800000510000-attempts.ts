import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts are counted before they are made, and not of sign-ins alone. */
const UP = [
  `alter table sign_in_attempt rename to attempt`,
  `alter table attempt rename column failures to count`,
  `alter table attempt rename constraint pk_sign_in_attempt to pk_attempt`,
];

export class Attempts1800000510000 implements MigrationInterface {
  name = 'Attempts1800000510000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
