import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE task_attachment (
     id uuid NOT NULL DEFAULT gen_random_uuid(), task_id uuid NOT NULL, name text NOT NULL, media_type text NOT NULL,
     sha256 text NOT NULL, size_bytes integer NOT NULL, sealed bytea NOT NULL, added_by uuid NOT NULL,
     added_at timestamptz NOT NULL,
     CONSTRAINT pk_task_attachment PRIMARY KEY (id),
     CONSTRAINT uq_task_attachment UNIQUE (task_id, sha256),
     CONSTRAINT fk_task_attachment_task FOREIGN KEY (task_id) REFERENCES task (id),
     CONSTRAINT fk_task_attachment_added_by FOREIGN KEY (added_by) REFERENCES officer (id))`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task_attachment
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

/** Files that officers lay beside a task. */
export class TaskAttachments1700000000052 implements MigrationInterface {
  name = 'TaskAttachments1700000000052';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
