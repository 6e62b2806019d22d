import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "notification" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "officer_id" uuid NOT NULL, "kind" text NOT NULL, "key" text NOT NULL, "task_id" uuid, "details" jsonb NOT NULL DEFAULT '{}', "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_notification" UNIQUE ("officer_id", "key"), CONSTRAINT "pk_notification" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_notification_officer" ON "notification" ("officer_id", "id")`,
  `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_officer" FOREIGN KEY ("officer_id") REFERENCES "officer" ("id")`,
  `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_task" FOREIGN KEY ("task_id") REFERENCES "task" ("id")`,
];

/** What each officer is told. */
export class Notifications1700000000030 implements MigrationInterface {
  name = 'Notifications1700000000030';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
