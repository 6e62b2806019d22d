import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers sign in with their account at the ministry's identity provider, too. */
export class OfficerIdentities1800009100000 implements MigrationInterface {
  readonly name = 'OfficerIdentities1800009100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table officer_identity (
      id uuid not null default gen_random_uuid(), officer_id uuid not null, issuer text not null, subject text not null,
      linked_at timestamptz not null default now(), used_at timestamptz not null default now(), ended_at timestamptz,
      constraint pk_officer_identity primary key (id),
      constraint fk_officer_identity_officer_id foreign key (officer_id) references officer (id))`);
    await queryRunner.query(
      `create unique index uq_officer_identity_subject on officer_identity (issuer, subject) where ended_at is null`,
    );
    await queryRunner.query(
      `create unique index uq_officer_identity_officer on officer_identity (officer_id, issuer) where ended_at is null`,
    );
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
