import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters of assignment: who is sent where, from when to when, to which cases, by whose signature and under which number. */
const UP = [
  `create table assignment_letter (
     id uuid not null,
     period_id uuid not null,
     city_code text not null,
     territory_code text not null,
     officer_id uuid not null,
     issued_by uuid not null,
     appointment_id uuid not null,
     number text not null,
     issued_at timestamptz not null,
     valid_from date not null,
     valid_to date not null,
     hash text not null,
     withdrawn_by uuid,
     withdrawn_at timestamptz,
     reason text,
     constraint pk_assignment_letter primary key (id),
     constraint assignment_letter_days check (valid_from <= valid_to),
     constraint assignment_letter_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (reason is null)),
     constraint fk_assignment_letter_period foreign key (period_id) references period(id),
     constraint fk_assignment_letter_officer foreign key (officer_id) references officer(id),
     constraint fk_assignment_letter_issued_by foreign key (issued_by) references officer(id),
     constraint fk_assignment_letter_appointment foreign key (appointment_id) references appointment(id),
     constraint fk_assignment_letter_withdrawn_by foreign key (withdrawn_by) references officer(id))`,
  `create unique index uq_assignment_letter_hash on assignment_letter (hash) where withdrawn_at is null`,
  `create index ix_assignment_letter_place on assignment_letter (city_code, valid_from, id)`,
  `create table assignment_letter_case (
     letter_id uuid not null,
     case_id uuid not null,
     constraint pk_assignment_letter_case primary key (letter_id, case_id),
     constraint fk_assignment_letter_case_letter foreign key (letter_id) references assignment_letter(id),
     constraint fk_assignment_letter_case_case foreign key (case_id) references follow_up_case(id))`,
  `create function check_assignment_letter_life() returns trigger language plpgsql as $$
     begin
       if old.withdrawn_at is null and new.withdrawn_at is not null
          and (to_jsonb(new) - '{withdrawn_at,withdrawn_by,reason}'::text[]) = (to_jsonb(old) - '{withdrawn_at,withdrawn_by,reason}'::text[])
       then return new; end if;
       raise exception 'a letter is withdrawn once, and never rewritten' using errcode = 'restrict_violation';
     end $$`,
  `create trigger assignment_letter_life before update on assignment_letter for each row execute function check_assignment_letter_life()`,
  `create trigger rows_stay before delete or truncate on assignment_letter for each statement execute function refuse_change()`,
  `create trigger append_only before update or delete or truncate on assignment_letter_case
     for each statement execute function refuse_change()`,
];

export class AssignmentLetters1800000991000 implements MigrationInterface {
  name = 'AssignmentLetters1800000991000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
