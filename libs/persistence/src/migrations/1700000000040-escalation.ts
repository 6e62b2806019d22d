import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state in ('created', 'ready', 'reserved', 'in_progress', 'suspended')`;

const STATEMENTS = [
  `ALTER TABLE "task" ADD "waiting_for" text, ADD "resumed_on" date, ADD "start_due_on" date, ADD "follow_up_on" date, ADD "added_roles" text array NOT NULL DEFAULT '{}', ADD "steps_done" text array NOT NULL DEFAULT '{}'`,
  `CREATE INDEX "ix_task_added" ON "task" ("city_code", "due_on", "id") WHERE added_roles <> '{}' and ${OPEN}`,
  `CREATE TABLE "territory_holiday" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "territory_code" text NOT NULL, "day" date NOT NULL, "name" text NOT NULL, "source" text NOT NULL, "added_by" uuid NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, "removed_by" uuid, "removed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_territory_holiday" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "uq_territory_holiday" ON "territory_holiday" ("territory_code", "day") WHERE removed_at is null`,
  `ALTER TABLE "territory_holiday" ADD CONSTRAINT "fk_territory_holiday_added_by" FOREIGN KEY ("added_by") REFERENCES "officer" ("id")`,
  `ALTER TABLE "territory_holiday" ADD CONSTRAINT "fk_territory_holiday_removed_by" FOREIGN KEY ("removed_by") REFERENCES "officer" ("id")`,
];

/** What a task remembers of its deadlines (start, follow-up, whom it waits for, what has happened), and regional holidays. */
export class Escalation1700000000040 implements MigrationInterface {
  name = 'Escalation1700000000040';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
