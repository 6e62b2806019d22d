import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state in ('created', 'ready', 'reserved', 'in_progress', 'suspended')`;

const STATEMENTS = [
  `ALTER TABLE "task" ADD "delegated_by" uuid, ADD "potential_owners" uuid array, ADD "resume_state" text, ADD "suspended_on" date, ADD "suspended_until" date, ADD "suspended_reason" text`,
  `ALTER TABLE "task" ADD CONSTRAINT "FK_9556d5e611c2b71bee9ae9844c9" FOREIGN KEY ("delegated_by") REFERENCES "officer"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "task" DROP CONSTRAINT "task_state"`,
  `ALTER TABLE "task" ADD CONSTRAINT "task_state" CHECK (state in ('created', 'ready', 'reserved', 'in_progress', 'suspended', 'completed', 'failed', 'exited', 'obsolete'))`,
  `ALTER TABLE "task" DROP CONSTRAINT "task_reserved_has_owner"`,
  `ALTER TABLE "task" ADD CONSTRAINT "task_held_has_owner" CHECK (state not in ('reserved', 'in_progress') or owner_id is not null)`,
  `ALTER TABLE "task" ADD CONSTRAINT "task_suspended_returns" CHECK (state <> 'suspended' or (resume_state in ('created', 'ready', 'reserved', 'in_progress') and suspended_on is not null and suspended_until is not null))`,
  `DROP INDEX "ix_task_pool"`,
  `DROP INDEX "ix_task_city"`,
  `DROP INDEX "ix_task_owner"`,
  `CREATE INDEX "ix_task_pool" ON "task" ("role", "due_on", "id") WHERE ${OPEN}`,
  `CREATE INDEX "ix_task_city" ON "task" ("role", "city_code", "due_on", "id") WHERE ${OPEN}`,
  `CREATE INDEX "ix_task_owner" ON "task" ("owner_id", "due_on", "id") WHERE owner_id is not null and ${OPEN}`,
  `CREATE INDEX "ix_task_suspended" ON "task" ("suspended_until") WHERE state = 'suspended'`,
  `ALTER TABLE "task_decision" ADD "acted_for_id" uuid`,
  `ALTER TABLE "task_decision" ADD CONSTRAINT "FK_66bca1edb1624f8a126b19ec6c5" FOREIGN KEY ("acted_for_id") REFERENCES "officer"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  // A delegate and the officer who delegated both sign, so that four-eyes binds both.
  `ALTER TABLE "signature" DROP CONSTRAINT "uq_signature_task"`,
  `ALTER TABLE "signature" ADD CONSTRAINT "uq_signature_task" UNIQUE ("task_id", "officer_id")`,
  `CREATE TABLE "task_event" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "task_id" uuid NOT NULL, "event" text NOT NULL, "officer_id" uuid, "reason" text, "details" jsonb NOT NULL DEFAULT '{}', "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_5512953f207de074aea7e6b1515" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_task_event_task" ON "task_event" ("task_id", "id")`,
  `ALTER TABLE "task_event" ADD CONSTRAINT "FK_5edb3fbbffa945ce9c46780f5dd" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "task_event" ADD CONSTRAINT "FK_bf6ff70fdb08a850ae2ec1098e9" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

/** The whole life of a task: its states, who delegated it, to whom it was forwarded, until when it rests, and its events. */
export class TaskLife1700000000011 implements MigrationInterface {
  name = 'TaskLife1700000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
