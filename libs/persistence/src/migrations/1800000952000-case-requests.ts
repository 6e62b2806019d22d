import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an outcome sets going (a card, a PIN, a new head, a replacement) is a request that a named officer follows until it ends. */
const UP = [
  `create table case_request (
     id uuid default gen_random_uuid() not null,
     case_id uuid not null,
     kind text not null,
     period_id uuid not null,
     city_code text not null,
     kelurahan_code text not null,
     owner_id uuid not null,
     due_on date not null,
     state text not null,
     made_at timestamptz not null,
     ended_by uuid,
     ended_at timestamptz,
     note text,
     constraint pk_case_request primary key (id),
     constraint uq_case_request unique (case_id, kind),
     constraint case_request_kind check (kind in ('recard', 'unblock', 'fix_account', 'check_balance', 'proxy', 'change_head', 'replace')),
     constraint case_request_state check (state in ('open', 'done', 'refused', 'overtaken', 'lapsed')),
     constraint case_request_ended check ((state = 'open') = (ended_at is null)
       and (state in ('done', 'refused')) = (ended_by is not null) and (state in ('done', 'refused')) = (note is not null)),
     constraint fk_case_request_case foreign key (case_id) references follow_up_case(id),
     constraint fk_case_request_owner foreign key (owner_id) references officer(id),
     constraint fk_case_request_ended_by foreign key (ended_by) references officer(id))`,
  `create index ix_case_request_open on case_request (due_on, id) where state = 'open'`,
  `create index ix_case_request_place on case_request (period_id, kelurahan_code, due_on, id)`,
  `create function check_case_request_life() returns trigger language plpgsql as $$
     begin
       if old.state = 'open' and (new.id, new.case_id, new.kind, new.period_id, new.city_code, new.kelurahan_code, new.due_on, new.made_at)
            is not distinct from
            (old.id, old.case_id, old.kind, old.period_id, old.city_code, old.kelurahan_code, old.due_on, old.made_at)
       then return new; end if;
       raise exception 'a request that has ended is not rewritten' using errcode = 'restrict_violation';
     end $$`,
  `create trigger case_request_life before update on case_request for each row execute function check_case_request_life()`,
  `create trigger rows_stay before delete or truncate on case_request for each statement execute function refuse_change()`,
  `create trigger tell_diary after insert on case_request for each statement execute function tell_diary('followUp')`,
];

export class CaseRequests1800000952000 implements MigrationInterface {
  name = 'CaseRequests1800000952000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
