import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table audit_seal (
     number bigint not null, first_id bigint not null, last_id bigint not null, entries integer not null,
     leaves bytea not null, root bytea not null, previous bytea not null, hash bytea not null, signature text,
     sealed_at timestamptz not null,
     constraint pk_audit_seal primary key (number),
     constraint uq_audit_seal_last_id unique (last_id),
     constraint audit_seal_leaves check (entries > 0 and octet_length(leaves) = 32 * entries and first_id <= last_id))`,
  // Hashes are not compressed: trying costs time.
  `alter table audit_seal alter column leaves set storage external`,
  `create trigger append_only before update or delete or truncate on audit_seal
     for each statement execute function refuse_change()`,
  // The text of an entry that is hashed and exported, byte for byte.
  `create function audit_line(entry audit_entry) returns text language sql stable as $$
     select json_build_object(
       'id', entry.id,
       'occurredAt', to_char(entry.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       'recordedAt', to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       'officerId', entry.officer_id, 'action', entry.action, 'subjectType', entry.subject_type,
       'subjectId', entry.subject_id, 'territoryCode', entry.territory_code, 'requestId', entry.request_id,
       'details', entry.details)::text $$`,
  // Ids are given before they are committed: only with nobody writing is it certain that none below the highest is to come.
  // The lock is the owner's right; it is held for the moment of this call and never waited for long.
  `create function audit_horizon() returns bigint language plpgsql security definer
     set search_path = pg_catalog, pg_temp set lock_timeout = '250ms' as $$
     begin
       lock table public.audit_entry in share mode;
       return (select max(id) from public.audit_entry);
     end $$`,
];

export class AuditSeals1800000710000 implements MigrationInterface {
  name = 'AuditSeals1800000710000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
