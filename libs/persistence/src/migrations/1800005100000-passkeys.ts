import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys of officers (WebAuthn), and what each of their devices is asked to sign, once. */
const UP = [
  `create table officer_passkey (
     id uuid default gen_random_uuid() not null,
     officer_id uuid not null,
     credential_id text not null,
     public_key bytea not null,
     counter bigint not null,
     transports text[] default '{}' not null,
     name text not null,
     created_at timestamptz default now() not null,
     used_at timestamptz,
     constraint pk_officer_passkey primary key (id),
     constraint uq_officer_passkey unique (credential_id),
     constraint fk_officer_passkey_officer_id foreign key (officer_id) references officer(id))`,
  `create index ix_officer_passkey_officer on officer_passkey (officer_id)`,
  `create table passkey_challenge (
     officer_id uuid not null,
     purpose text not null,
     challenge text not null,
     expires_at timestamptz not null,
     constraint pk_passkey_challenge primary key (officer_id, purpose),
     constraint passkey_challenge_purpose check (purpose in ('register', 'sign-in', 'proof')),
     constraint fk_passkey_challenge_officer_id foreign key (officer_id) references officer(id))`,
];

export class Passkeys1800005100000 implements MigrationInterface {
  name = 'Passkeys1800005100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
