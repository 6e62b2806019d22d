import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phones of the field, the cases that lie on them until a moment, what they sent, and second versions of one visit. */
const UP = [
  `create table field_device (
     id uuid not null,
     officer_id uuid not null,
     secret_hash bytea not null,
     name text not null,
     registered_at timestamptz not null,
     constraint pk_field_device primary key (id),
     constraint fk_field_device_officer foreign key (officer_id) references officer(id))`,
  `create trigger append_only before update or delete or truncate on field_device
     for each statement execute function refuse_change()`,
  `create table field_lease (
     id uuid default gen_random_uuid() not null,
     device_id uuid not null,
     officer_id uuid not null,
     issued_at timestamptz not null,
     expires_at timestamptz not null,
     seen_at timestamptz not null,
     skew_seconds integer not null,
     ended_at timestamptz,
     ended_why text,
     ended_by uuid,
     reason text,
     constraint pk_field_lease primary key (id),
     constraint field_lease_ended check ((ended_at is null) = (ended_why is null)),
     constraint field_lease_why check (ended_why in ('returned', 'replaced', 'revoked', 'office-lost')),
     constraint field_lease_revoked check ((ended_why = 'revoked') = (reason is not null and ended_by is not null)),
     constraint fk_field_lease_device foreign key (device_id) references field_device(id),
     constraint fk_field_lease_officer foreign key (officer_id) references officer(id),
     constraint fk_field_lease_ended_by foreign key (ended_by) references officer(id))`,
  `create unique index uq_field_lease_open on field_lease (device_id) where ended_at is null`,
  `create index ix_field_lease_officer on field_lease (officer_id, issued_at)`,
  `create function check_field_lease_life() returns trigger language plpgsql as $$
     begin
       if old.ended_at is not null
          or (new.id, new.device_id, new.officer_id, new.issued_at) is distinct from (old.id, old.device_id, old.officer_id, old.issued_at)
          or new.expires_at < old.expires_at
       then
         raise exception 'a lease that has ended stays ended' using errcode = 'restrict_violation';
       end if;
       return new;
     end $$`,
  `create trigger field_lease_life before update on field_lease for each row execute function check_field_lease_life()`,
  `create trigger rows_stay before delete or truncate on field_lease for each statement execute function refuse_change()`,
  `create table field_lease_case (
     lease_id uuid not null,
     case_id uuid not null,
     constraint pk_field_lease_case primary key (lease_id, case_id),
     constraint fk_field_lease_case_lease foreign key (lease_id) references field_lease(id),
     constraint fk_field_lease_case_case foreign key (case_id) references follow_up_case(id))`,
  `create index ix_field_lease_case on field_lease_case (case_id)`,
  `create trigger append_only before update or delete or truncate on field_lease_case
     for each statement execute function refuse_change()`,
  `create table field_operation (
     id uuid not null,
     lease_id uuid not null,
     officer_id uuid not null,
     case_id uuid not null,
     task_id uuid not null,
     content_hash text not null,
     result text not null,
     written_at timestamptz not null,
     sent_at timestamptz not null,
     received_at timestamptz not null,
     constraint pk_field_operation primary key (id),
     constraint field_operation_result check (result in ('recorded', 'conflict')),
     constraint fk_field_operation_lease foreign key (lease_id) references field_lease(id))`,
  `create index ix_field_operation_lease on field_operation (lease_id, received_at)`,
  `create trigger append_only before update or delete or truncate on field_operation
     for each statement execute function refuse_change()`,
  `create table field_conflict (
     id uuid not null,
     case_id uuid not null,
     kelurahan_code text not null,
     officer_id uuid not null,
     task_id uuid not null,
     mine jsonb not null,
     decides text not null,
     restricted boolean not null,
     made_at timestamptz not null,
     state text default 'open' not null,
     settled_at timestamptz,
     constraint pk_field_conflict primary key (id),
     constraint field_conflict_state check (state in ('open', 'kept', 'recorded', 'theirs')),
     constraint field_conflict_settled check ((state = 'open') = (settled_at is null)),
     constraint fk_field_conflict_case foreign key (case_id) references follow_up_case(id),
     constraint fk_field_conflict_officer foreign key (officer_id) references officer(id))`,
  `create index ix_field_conflict_case on field_conflict (case_id)`,
  `create index ix_field_conflict_place on field_conflict (kelurahan_code, made_at, id)`,
  `create function check_field_conflict_life() returns trigger language plpgsql as $$
     begin
       if (old.state, new.state) not in (('open', 'kept'), ('open', 'recorded'), ('open', 'theirs'), ('kept', 'recorded'), ('kept', 'theirs'))
          or (to_jsonb(new) - array['state', 'settled_at']) <> (to_jsonb(old) - array['state', 'settled_at'])
       then
         raise exception 'a version is settled, and never rewritten' using errcode = 'restrict_violation';
       end if;
       return new;
     end $$`,
  `create trigger field_conflict_life before update on field_conflict for each row execute function check_field_conflict_life()`,
  `create trigger rows_stay before delete or truncate on field_conflict for each statement execute function refuse_change()`,
];

export class FieldPhones1800000995000 implements MigrationInterface {
  name = 'FieldPhones1800000995000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
