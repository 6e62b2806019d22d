import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The budget (DIPA) of each programme and year, a ceiling for its allocations; what is proposed or decided is never rewritten. */
export class Budget1800000800000 implements MigrationInterface {
  name = 'Budget1800000800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table budget (
      id uuid default gen_random_uuid() not null,
      programme text not null,
      year integer not null,
      revision integer not null,
      dipa_number text not null,
      dipa_on date not null,
      amount_rupiah bigint not null,
      state text not null,
      reason text,
      proposed_by uuid not null,
      proposed_at timestamptz not null,
      decided_by uuid,
      decided_at timestamptz,
      constraint pk_budget primary key (id),
      constraint uq_budget_revision unique (programme, year, revision),
      constraint budget_positive check (amount_rupiah > 0),
      constraint budget_state check (state in ('proposed', 'in_force', 'superseded', 'refused', 'withdrawn')),
      constraint budget_four_eyes check (state not in ('in_force', 'superseded', 'refused')
        or (decided_by is not null and decided_by <> proposed_by)),
      constraint fk_budget_proposed_by foreign key (proposed_by) references officer(id),
      constraint fk_budget_decided_by foreign key (decided_by) references officer(id))`);
    await queryRunner.query(
      `create unique index uq_budget_in_force on budget (programme, year) where state = 'in_force'`,
    );
    await queryRunner.query(
      `create unique index uq_budget_proposed on budget (programme, year) where state = 'proposed'`,
    );
    await queryRunner.query(
      `create index ix_ledger_transaction_allocation on ledger_transaction (period_id) where kind = 'allocation'`,
    );
    await queryRunner.query(BUDGET_LIFE);
    await queryRunner.query(`create trigger budget_life before update or delete on budget
      for each row execute function check_budget_life()`);
    await queryRunner.query(`create trigger rows_stay before truncate on budget
      for each statement execute function refuse_change()`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

/** A revision only moves on: from proposed to its decision, and from in force to superseded. */
const BUDGET_LIFE = `create function check_budget_life() returns trigger language plpgsql as $$
  begin
    if TG_OP = 'UPDATE'
       and (new.id, new.programme, new.year, new.revision, new.dipa_number, new.dipa_on, new.amount_rupiah,
            new.proposed_by, new.proposed_at)
         = (old.id, old.programme, old.year, old.revision, old.dipa_number, old.dipa_on, old.amount_rupiah,
            old.proposed_by, old.proposed_at)
       and (old.state, new.state) in (('proposed', 'in_force'), ('proposed', 'refused'), ('proposed', 'withdrawn'),
                                      ('in_force', 'superseded'))
       and (old.state = 'proposed'
            or (new.decided_by, new.decided_at, new.reason) is not distinct from (old.decided_by, old.decided_at, old.reason))
    then
      return new;
    end if;
    raise exception 'a budget is not rewritten' using errcode = 'restrict_violation';
  end $$`;
