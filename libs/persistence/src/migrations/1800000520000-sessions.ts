import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session ends one day, however busy it is, and its officer sees where it was begun. Those that are live end within twelve hours. */
const UP = [
  `alter table session add column started_at timestamptz not null default now()`,
  `alter table session add column used_at timestamptz not null default now()`,
  `alter table session add column ends_at timestamptz`,
  `update session set ends_at = now() + interval '12 hours'`,
  `alter table session alter column ends_at set not null`,
  `alter table session add column address text not null default ''`,
  `alter table session alter column address drop default`,
  `alter table session add column client text not null default ''`,
  `alter table session alter column client drop default`,
  `create index ix_session_officer on session (officer_id, started_at)`,
];

export class Sessions1800000520000 implements MigrationInterface {
  name = 'Sessions1800000520000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
