import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What suspends or excludes a family is verified by a second person, open to objection, and in force only then; later lists name it. */
const UP = [
  `create table case_sanction (
     id uuid default gen_random_uuid() not null,
     case_id uuid not null,
     kind text not null,
     period_id uuid not null,
     city_code text not null,
     kelurahan_code text not null,
     nik_hash bytea not null,
     finding text not null,
     state text not null,
     decided_by uuid not null,
     decided_at timestamptz not null,
     due_on date not null,
     verified_by uuid,
     verified_at timestamptz,
     objection_until date,
     letter_hash text,
     objection text,
     objected_by uuid,
     objected_at timestamptz,
     answer_due_on date,
     settled_by uuid,
     settled_at timestamptz,
     reason text,
     in_force_at timestamptz,
     constraint pk_case_sanction primary key (id),
     constraint uq_case_sanction unique (case_id),
     constraint case_sanction_kind check (kind in ('suspend', 'exclude')),
     constraint case_sanction_state check (state in ('proposed', 'verified', 'objected', 'in_force', 'refused', 'lapsed', 'lifted')),
     constraint case_sanction_two check (verified_by is null or verified_by <> decided_by),
     constraint case_sanction_third check (settled_by is null or (settled_by <> decided_by and settled_by is distinct from verified_by)),
     constraint case_sanction_verified check (state in ('proposed', 'refused', 'lapsed') or
       (verified_by is not null and verified_at is not null and objection_until is not null and letter_hash is not null)),
     constraint case_sanction_objected check (state <> 'objected' or (objection is not null and objected_by is not null)),
     constraint case_sanction_settled check (state not in ('refused', 'lifted') or (settled_by is not null and reason is not null)),
     constraint case_sanction_answered check (state <> 'in_force' or objection is null or (settled_by is not null and reason is not null)),
     constraint case_sanction_in_force check (state <> 'in_force' or in_force_at is not null),
     constraint fk_case_sanction_case foreign key (case_id) references follow_up_case(id),
     constraint fk_case_sanction_decided_by foreign key (decided_by) references officer(id),
     constraint fk_case_sanction_verified_by foreign key (verified_by) references officer(id),
     constraint fk_case_sanction_objected_by foreign key (objected_by) references officer(id),
     constraint fk_case_sanction_settled_by foreign key (settled_by) references officer(id))`,
  `create index ix_case_sanction_place on case_sanction (kelurahan_code, due_on, id)`,
  `create index ix_case_sanction_in_force on case_sanction (nik_hash) where state = 'in_force'`,
  `create index ix_case_sanction_letter on case_sanction (letter_hash) where letter_hash is not null`,
  `create function check_case_sanction_life() returns trigger language plpgsql as $$
     begin
       if (old.state, new.state) not in (('proposed', 'verified'), ('proposed', 'refused'), ('proposed', 'lapsed'), ('verified', 'objected'),
             ('verified', 'in_force'), ('objected', 'in_force'), ('objected', 'lifted'), ('in_force', 'lifted'))
          or (new.id, new.case_id, new.kind, new.period_id, new.city_code, new.kelurahan_code, new.nik_hash, new.finding, new.decided_by,
              new.decided_at, new.due_on) is distinct from
             (old.id, old.case_id, old.kind, old.period_id, old.city_code, old.kelurahan_code, old.nik_hash, old.finding, old.decided_by,
              old.decided_at, old.due_on)
          or (old.state <> 'proposed' and (new.verified_by, new.verified_at, new.objection_until, new.letter_hash) is distinct from
              (old.verified_by, old.verified_at, old.objection_until, old.letter_hash))
          or (new.state = 'in_force' and old.state = 'verified' and new.objection_until >= programme_today())
       then
         raise exception 'a sanction goes its way, and is not rewritten' using errcode = 'restrict_violation';
       end if;
       return new;
     end $$`,
  `create trigger case_sanction_life before update on case_sanction for each row execute function check_case_sanction_life()`,
  `create trigger rows_stay before delete or truncate on case_sanction for each statement execute function refuse_change()`,
  `create trigger tell_diary after insert or update of state on case_sanction
     for each statement execute function tell_diary('followUp')`,
];

export class CaseSanctions1800000953000 implements MigrationInterface {
  name = 'CaseSanctions1800000953000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
