import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE office_delegation (
     id uuid NOT NULL DEFAULT gen_random_uuid(), from_officer_id uuid NOT NULL, to_officer_id uuid NOT NULL,
     appointment_id uuid NOT NULL, to_appointment_id uuid NOT NULL, valid_from date NOT NULL, valid_to date NOT NULL,
     reason text NOT NULL, created_at timestamptz NOT NULL, ended_at timestamptz, ended_by uuid,
     CONSTRAINT pk_office_delegation PRIMARY KEY (id),
     CONSTRAINT fk_office_delegation_from FOREIGN KEY (from_officer_id) REFERENCES officer (id),
     CONSTRAINT fk_office_delegation_to FOREIGN KEY (to_officer_id) REFERENCES officer (id),
     CONSTRAINT fk_office_delegation_ended_by FOREIGN KEY (ended_by) REFERENCES officer (id),
     CONSTRAINT fk_office_delegation_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
     CONSTRAINT fk_office_delegation_to_appointment FOREIGN KEY (to_appointment_id) REFERENCES appointment (id),
     CONSTRAINT office_delegation_days CHECK (valid_to >= valid_from),
     CONSTRAINT office_delegation_other CHECK (to_officer_id <> from_officer_id),
     CONSTRAINT office_delegation_once
       EXCLUDE USING gist (appointment_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (ended_at IS NULL))`,
  `CREATE INDEX ix_office_delegation_to ON office_delegation (to_officer_id, valid_to) WHERE ended_at is null`,
  `CREATE INDEX ix_office_delegation_via ON office_delegation (to_appointment_id, valid_to) WHERE ended_at is null`,
  `CREATE INDEX ix_office_delegation_from ON office_delegation (from_officer_id, valid_from)`,
  `ALTER TABLE task ADD delegation_id uuid,
     ADD CONSTRAINT fk_task_delegation FOREIGN KEY (delegation_id) REFERENCES office_delegation (id),
     ADD CONSTRAINT task_delegation_has_principal CHECK (delegation_id is null or delegated_by is not null)`,
  `CREATE INDEX ix_task_delegation ON task (delegation_id) WHERE delegation_id is not null`,
];

/** Dated delegations of an office, and the tasks that a delegate holds by one. */
export class OfficeDelegation1700000000070 implements MigrationInterface {
  name = 'OfficeDelegation1700000000070';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
