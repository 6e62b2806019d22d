import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The made-up people of a sandbox are marked, so that no other server starts beside them. Those who are there already
 * share one hash; a hash that somebody made with their own password is nobody else's, for each has its own salt.
 */
const UP = [
  `alter table officer add column is_demo boolean not null default false`,
  `update officer set is_demo = true where password_hash in (
     select password_hash from officer where password_hash <> '' group by password_hash having count(*) > 1)`,
];

export class DemoOfficers1800000500000 implements MigrationInterface {
  name = 'DemoOfficers1800000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
