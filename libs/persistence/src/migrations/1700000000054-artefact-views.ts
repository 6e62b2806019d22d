import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE artefact_view (
     officer_id uuid NOT NULL, subject_key text NOT NULL, subject_id text NOT NULL, artefact_hash text NOT NULL,
     digest jsonb NOT NULL, seen_at timestamptz NOT NULL, earlier jsonb,
     CONSTRAINT pk_artefact_view PRIMARY KEY (officer_id, subject_key),
     CONSTRAINT fk_artefact_view_officer FOREIGN KEY (officer_id) REFERENCES officer (id))`,
];

/** What each officer saw of an artefact last, so that the next time its changes can be shown. */
export class ArtefactViews1700000000054 implements MigrationInterface {
  name = 'ArtefactViews1700000000054';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
