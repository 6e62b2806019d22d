import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the TKSK of a city are paid for a month: stated by one person, approved by another, never rewritten. */
const UP = [
  `create table stipend_statement (
     id uuid default gen_random_uuid() not null,
     programme text not null,
     city_code text not null,
     month text not null,
     version integer not null,
     month_rupiah bigint not null,
     visit_rupiah bigint not null,
     lines jsonb not null,
     total_rupiah bigint not null,
     content_hash text not null,
     state text not null,
     reason text,
     proposed_by uuid not null,
     proposed_at timestamptz not null,
     decided_by uuid,
     decided_at timestamptz,
     constraint pk_stipend_statement primary key (id),
     constraint uq_stipend_statement unique (city_code, month, programme, version),
     constraint stipend_statement_month check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
     constraint stipend_statement_state check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
     constraint stipend_statement_four_eyes check (state not in ('approved', 'refused')
       or (decided_by is not null and decided_by <> proposed_by)),
     constraint fk_stipend_statement_proposed_by foreign key (proposed_by) references officer(id),
     constraint fk_stipend_statement_decided_by foreign key (decided_by) references officer(id))`,
  `create unique index uq_stipend_statement_proposed on stipend_statement (city_code, month, programme) where state = 'proposed'`,
  `create function check_stipend_statement_life() returns trigger language plpgsql as $$
  begin
    if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
       and (to_jsonb(new) - array['state', 'reason', 'decided_by', 'decided_at'])
         = (to_jsonb(old) - array['state', 'reason', 'decided_by', 'decided_at'])
    then return new;
    end if;
    raise exception 'a statement of stipends is not rewritten' using errcode = 'restrict_violation';
  end $$`,
  `create trigger stipend_statement_life before update or delete on stipend_statement
     for each row execute function check_stipend_statement_life()`,
  `create trigger rows_stay before truncate on stipend_statement for each statement execute function refuse_change()`,
];

export class StipendStatements1800001010000 implements MigrationInterface {
  name = 'StipendStatements1800001010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
