import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE inbox_filter (
     id uuid NOT NULL DEFAULT gen_random_uuid(), officer_id uuid NOT NULL, office_id uuid, name text NOT NULL,
     filter jsonb NOT NULL, saved_at timestamptz NOT NULL,
     CONSTRAINT pk_inbox_filter PRIMARY KEY (id),
     CONSTRAINT uq_inbox_filter UNIQUE (officer_id, name),
     CONSTRAINT fk_inbox_filter_officer FOREIGN KEY (officer_id) REFERENCES officer (id),
     CONSTRAINT fk_inbox_filter_office FOREIGN KEY (office_id) REFERENCES office (id))`,
  `CREATE INDEX ix_inbox_filter_office ON inbox_filter (office_id) WHERE office_id is not null`,
  `CREATE TABLE task_watch (
     task_id uuid NOT NULL, officer_id uuid NOT NULL, since timestamptz NOT NULL,
     CONSTRAINT pk_task_watch PRIMARY KEY (officer_id, task_id),
     CONSTRAINT fk_task_watch_task FOREIGN KEY (task_id) REFERENCES task (id),
     CONSTRAINT fk_task_watch_officer FOREIGN KEY (officer_id) REFERENCES officer (id))`,
];

/** Filters that officers keep or share with their office, and tasks that they watch. */
export class InboxFilters1700000000053 implements MigrationInterface {
  name = 'InboxFilters1700000000053';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
