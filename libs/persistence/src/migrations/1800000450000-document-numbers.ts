import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that offices give their papers, in order and without a gap; the number of an SP2D is the treasury's, and entered. */
export class DocumentNumbers1800000450000 implements MigrationInterface {
  name = 'DocumentNumbers1800000450000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table document_number (
      office_id uuid not null,
      kind text not null,
      year integer not null,
      number integer not null,
      written text not null,
      subject_id uuid not null,
      given_at timestamptz not null,
      constraint pk_document_number primary key (office_id, kind, year, number),
      constraint uq_document_number_subject unique (kind, subject_id),
      constraint fk_document_number_office_id foreign key (office_id) references office(id))`);
    await queryRunner.query(`create trigger append_only before delete or update or truncate on document_number
      for each statement execute function refuse_change()`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
