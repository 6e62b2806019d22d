import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE handover (
     id uuid NOT NULL DEFAULT gen_random_uuid(), from_officer_id uuid NOT NULL, to_officer_id uuid NOT NULL,
     offered_by uuid NOT NULL, reason text NOT NULL, state text NOT NULL DEFAULT 'offered', answer_reason text,
     due_on date NOT NULL, reminded_at timestamptz, offered_at timestamptz NOT NULL, closed_at timestamptz,
     CONSTRAINT pk_handover PRIMARY KEY (id),
     CONSTRAINT fk_handover_from FOREIGN KEY (from_officer_id) REFERENCES officer (id),
     CONSTRAINT fk_handover_to FOREIGN KEY (to_officer_id) REFERENCES officer (id),
     CONSTRAINT fk_handover_offered_by FOREIGN KEY (offered_by) REFERENCES officer (id),
     CONSTRAINT handover_state CHECK (state in ('offered', 'answered', 'refused', 'withdrawn')),
     CONSTRAINT handover_closed CHECK ((state = 'offered') = (closed_at is null)),
     CONSTRAINT handover_other CHECK (to_officer_id <> from_officer_id))`,
  `CREATE UNIQUE INDEX uq_handover_open ON handover (from_officer_id) WHERE closed_at is null`,
  `CREATE INDEX ix_handover_from ON handover (from_officer_id, offered_at)`,
  `CREATE INDEX ix_handover_to ON handover (to_officer_id, offered_at)`,
  `CREATE TABLE handover_item (
     id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, handover_id uuid NOT NULL, kind text NOT NULL, task_id uuid,
     delegation_id uuid, state text NOT NULL DEFAULT 'offered', refusals jsonb NOT NULL DEFAULT '[]',
     settled_at timestamptz,
     CONSTRAINT pk_handover_item PRIMARY KEY (id),
     CONSTRAINT fk_handover_item_handover FOREIGN KEY (handover_id) REFERENCES handover (id),
     CONSTRAINT fk_handover_item_task FOREIGN KEY (task_id) REFERENCES task (id),
     CONSTRAINT fk_handover_item_delegation FOREIGN KEY (delegation_id) REFERENCES office_delegation (id),
     CONSTRAINT handover_item_kind CHECK (kind in ('held', 'forwarded', 'accountable', 'delegation')),
     CONSTRAINT handover_item_state CHECK (state in ('offered', 'accepted', 'refused', 'stayed', 'dropped')),
     CONSTRAINT handover_item_about CHECK ((task_id is null) <> (delegation_id is null)),
     CONSTRAINT handover_item_settled CHECK ((state = 'offered') = (settled_at is null)))`,
  `CREATE INDEX ix_handover_item ON handover_item (handover_id, id)`,
  `CREATE INDEX ix_task_accountable ON task (delegated_by) WHERE delegated_by is not null`,
];

/** Packs of everything an officer has in hand, offered to a colleague and answered item by item. */
export class HandOver1700000000071 implements MigrationInterface {
  name = 'HandOver1700000000071';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
