import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of rules by two persons; what was proposed or decided is never rewritten. */
export class PolicyChanges1800000970000 implements MigrationInterface {
  name = 'PolicyChanges1800000970000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table policy_change (
      id uuid default gen_random_uuid() not null,
      programme text not null,
      key text not null,
      value jsonb not null,
      effective_from date not null,
      source text not null,
      verified boolean not null,
      state text not null,
      reason text,
      proposed_by uuid not null,
      proposed_at timestamptz not null,
      decided_by uuid,
      decided_at timestamptz,
      constraint pk_policy_change primary key (id),
      constraint policy_change_state check (state in ('proposed', 'adopted', 'refused', 'withdrawn')),
      constraint policy_change_four_eyes check (state not in ('adopted', 'refused')
        or (decided_by is not null and decided_by <> proposed_by)),
      constraint fk_policy_change_proposed_by foreign key (proposed_by) references officer(id),
      constraint fk_policy_change_decided_by foreign key (decided_by) references officer(id))`);
    await queryRunner.query(
      `create unique index uq_policy_change_proposed on policy_change (programme, key) where state = 'proposed'`,
    );
    await queryRunner.query(CHANGE_LIFE);
    await queryRunner.query(`create trigger policy_change_life before update or delete on policy_change
      for each row execute function check_policy_change_life()`);
    await queryRunner.query(`create trigger rows_stay before truncate on policy_change
      for each statement execute function refuse_change()`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

/** A change only moves on, from proposed to its decision. */
const CHANGE_LIFE = `create function check_policy_change_life() returns trigger language plpgsql as $$
  begin
    if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
       and (new.id, new.programme, new.key, new.value, new.effective_from, new.source, new.verified,
            new.proposed_by, new.proposed_at)
         = (old.id, old.programme, old.key, old.value, old.effective_from, old.source, old.verified,
            old.proposed_by, old.proposed_at)
    then return new;
    end if;
    raise exception 'a change of a rule is not rewritten' using errcode = 'restrict_violation';
  end $$`;
