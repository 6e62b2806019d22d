import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A way back into an account: asked for by one person, confirmed by another, never rewritten. */
const UP = [
  `create table account_reset (
     id uuid default gen_random_uuid() not null,
     officer_id uuid not null,
     lost text not null,
     reason text not null,
     state text not null,
     due_on date not null,
     proposed_by uuid not null,
     proposed_at timestamptz not null,
     decided_by uuid,
     decided_at timestamptz,
     decision_reason text,
     used_at timestamptz,
     constraint pk_account_reset primary key (id),
     constraint account_reset_lost check (lost in ('password', 'second_factor', 'both')),
     constraint account_reset_state
       check (state in ('proposed', 'confirmed', 'used', 'refused', 'withdrawn', 'objected', 'lapsed')),
     constraint account_reset_others check (proposed_by <> officer_id),
     constraint account_reset_four_eyes check (state not in ('confirmed', 'used', 'refused')
       or (decided_by is not null and decided_by <> proposed_by and decided_by <> officer_id)),
     constraint account_reset_used check ((state = 'used') = (used_at is not null)),
     constraint fk_account_reset_officer_id foreign key (officer_id) references officer(id),
     constraint fk_account_reset_proposed_by foreign key (proposed_by) references officer(id),
     constraint fk_account_reset_decided_by foreign key (decided_by) references officer(id))`,
  `create unique index uq_account_reset_open on account_reset (officer_id) where state in ('proposed', 'confirmed')`,
  `create index ix_account_reset_officer on account_reset (officer_id, proposed_at)`,
  `create index ix_account_reset_waiting on account_reset (due_on) where state = 'proposed'`,
  `create function check_account_reset_life() returns trigger language plpgsql as $$
     begin
       if TG_OP = 'UPDATE'
          and ((old.state = 'proposed' and new.state not in ('proposed', 'used')
                and (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decision_reason'])
                  = (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decision_reason']))
            or (old.state = 'confirmed' and new.state = 'used'
                and (to_jsonb(new) - array['state', 'used_at']) = (to_jsonb(old) - array['state', 'used_at'])))
       then return new;
       end if;
       raise exception 'a reset of an account is not rewritten' using errcode = 'restrict_violation';
     end $$`,
  `create trigger account_reset_life before update or delete on account_reset
     for each row execute function check_account_reset_life()`,
  `create trigger rows_stay before truncate on account_reset for each statement execute function refuse_change()`,
  `create trigger tell_diary after insert on account_reset for each statement execute function tell_diary('accounts')`,
];

export class AccountResets1800005000000 implements MigrationInterface {
  name = 'AccountResets1800005000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
