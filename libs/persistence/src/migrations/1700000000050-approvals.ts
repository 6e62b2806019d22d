import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE approval_policy (
     id uuid NOT NULL DEFAULT gen_random_uuid(), kind text NOT NULL, territory_code text NOT NULL, version integer NOT NULL,
     bands jsonb NOT NULL, observers text array NOT NULL, created_by uuid NOT NULL, created_at timestamptz NOT NULL,
     ended_by uuid, ended_at timestamptz,
     CONSTRAINT pk_approval_policy PRIMARY KEY (id),
     CONSTRAINT uq_approval_policy UNIQUE (kind, territory_code, version),
     CONSTRAINT fk_approval_policy_created_by FOREIGN KEY (created_by) REFERENCES officer (id),
     CONSTRAINT fk_approval_policy_ended_by FOREIGN KEY (ended_by) REFERENCES officer (id))`,
  `CREATE UNIQUE INDEX uq_approval_policy_live ON approval_policy (kind, territory_code) WHERE ended_at is null`,
  `CREATE TABLE approval_request (
     id uuid NOT NULL DEFAULT gen_random_uuid(), policy_id uuid NOT NULL, workflow_id text NOT NULL, step_key text NOT NULL,
     from_rupiah bigint NOT NULL, observers text array NOT NULL, opened_at timestamptz NOT NULL,
     CONSTRAINT pk_approval_request PRIMARY KEY (id),
     CONSTRAINT uq_approval_request_step UNIQUE (workflow_id, step_key),
     CONSTRAINT fk_approval_request_policy FOREIGN KEY (policy_id) REFERENCES approval_policy (id))`,
  `ALTER TABLE task ADD approval_request_id uuid, ADD approval jsonb`,
  `ALTER TABLE task ADD CONSTRAINT task_approval_is_pinned CHECK ((approval_request_id is null) = (approval is null))`,
  `ALTER TABLE task ADD CONSTRAINT fk_task_approval_request FOREIGN KEY (approval_request_id) REFERENCES approval_request (id)`,
  `CREATE INDEX ix_task_approval ON task (approval_request_id) WHERE approval_request_id is not null`,
  `CREATE TABLE approval_vote (
     id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, request_id uuid NOT NULL, task_id uuid NOT NULL,
     officer_id uuid NOT NULL, acted_for_id uuid, appointment_id uuid NOT NULL, mandate_id uuid, outcome text NOT NULL,
     reason text, artefact_hash text NOT NULL, voted_at timestamptz NOT NULL,
     CONSTRAINT pk_approval_vote PRIMARY KEY (id),
     CONSTRAINT uq_approval_vote UNIQUE (request_id, officer_id, artefact_hash),
     CONSTRAINT fk_approval_vote_request FOREIGN KEY (request_id) REFERENCES approval_request (id),
     CONSTRAINT fk_approval_vote_task FOREIGN KEY (task_id) REFERENCES task (id),
     CONSTRAINT fk_approval_vote_officer FOREIGN KEY (officer_id) REFERENCES officer (id),
     CONSTRAINT fk_approval_vote_acted_for FOREIGN KEY (acted_for_id) REFERENCES officer (id))`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval_vote
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

/** Whose approvals a task needs, as it was when the task was opened, and who has given theirs. */
export class Approvals1700000000050 implements MigrationInterface {
  name = 'Approvals1700000000050';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
