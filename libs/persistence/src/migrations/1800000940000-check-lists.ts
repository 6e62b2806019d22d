import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that families are compared with; who is on one is a question about that family, as a mismatch is. */
const UP = [
  `create table check_list (
     id uuid default gen_random_uuid() not null,
     territory_code text not null,
     kind text not null,
     source text not null,
     listed_on date not null,
     valid_from date not null,
     valid_to date not null,
     file_name text not null,
     sha256 text not null,
     entries integer not null,
     skipped integer not null,
     state text not null,
     loaded_by uuid,
     loaded_at timestamptz not null,
     withdrawn_by uuid,
     withdrawn_at timestamptz,
     withdrawal_reason text,
     constraint pk_check_list primary key (id),
     constraint uq_check_list_content unique (territory_code, kind, sha256),
     constraint check_list_state check (state in ('in_force', 'withdrawn')),
     constraint check_list_days check (valid_from <= valid_to),
     constraint check_list_withdrawn check ((state = 'withdrawn') = (withdrawn_by is not null and withdrawn_at is not null and withdrawal_reason is not null)),
     constraint check_list_second check (withdrawn_by <> loaded_by),
     constraint fk_check_list_loaded_by foreign key (loaded_by) references officer(id),
     constraint fk_check_list_withdrawn_by foreign key (withdrawn_by) references officer(id))`,
  `create table check_list_entry (
     id bigint generated always as identity not null,
     check_list_id uuid not null,
     row_number integer not null,
     nik_hash bytea not null,
     sealed bytea not null,
     constraint pk_check_list_entry primary key (id),
     constraint uq_check_list_entry unique (check_list_id, nik_hash),
     constraint fk_check_list_entry_check_list_id foreign key (check_list_id) references check_list(id))`,
  `create index ix_check_list_entry_nik on check_list_entry (nik_hash)`,
  `create trigger append_only before update or delete or truncate on check_list_entry
     for each statement execute function refuse_change()`,
  `create trigger rows_stay before delete or truncate on check_list
     for each statement execute function refuse_change()`,
  `alter table family_doubt
     add column check_entry_id bigint, add column void_at timestamptz,
     drop constraint family_doubt_kind,
     add constraint family_doubt_kind check (kind in ('identity', 'listed')),
     add constraint family_doubt_entry check ((kind = 'listed') = (check_entry_id is not null)),
     add constraint family_doubt_void check (void_at is null or settled_at is null),
     add constraint fk_family_doubt_check_entry_id foreign key (check_entry_id) references check_list_entry(id)`,
  `create index ix_family_doubt_entry on family_doubt (check_entry_id)`,
];

export class CheckLists1800000940000 implements MigrationInterface {
  name = 'CheckLists1800000940000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
