import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a case does to its money before the last day of use: held on a named ground, or returned early, each by a second person. An order has
 * as many returns as that takes beside the one at its deadline, each with its own receipts.
 */
const UP = [
  `alter table treasury_return add column number int default 0 not null`,
  `alter table treasury_return drop constraint uq_treasury_return_order_id`,
  `alter table treasury_return add constraint uq_treasury_return_number unique (order_id, number)`,
  `alter table treasury_deposit add column return_number int default 0 not null`,
  `alter table treasury_deposit drop constraint pk_treasury_deposit`,
  `alter table treasury_deposit add constraint pk_treasury_deposit primary key (order_id, return_number, ntpn)`,
  `create table treasury_return_item (
     entitlement_id bigint not null,
     return_id uuid not null,
     constraint pk_treasury_return_item primary key (entitlement_id, return_id),
     constraint fk_treasury_return_item_return foreign key (return_id) references treasury_return(id),
     constraint fk_treasury_return_item_entitlement foreign key (entitlement_id) references entitlement(id))`,
  `create trigger append_only before update or delete or truncate on treasury_return_item
     for each statement execute function refuse_change()`,
  `create table case_measure (
     id uuid default gen_random_uuid() not null,
     case_id uuid not null,
     entitlement_id bigint not null,
     kind text not null,
     period_id uuid not null,
     city_code text not null,
     kelurahan_code text not null,
     ground text,
     until_on date,
     state text not null,
     decided_by uuid not null,
     decided_at timestamptz not null,
     due_on date not null,
     verified_by uuid,
     verified_at timestamptz,
     use_until date,
     ended_by uuid,
     ended_at timestamptz,
     reason text,
     return_id uuid,
     constraint pk_case_measure primary key (id),
     constraint uq_case_measure unique (case_id, kind),
     constraint case_measure_kind check (kind in ('hold', 'return_early')),
     constraint case_measure_state check (state in ('proposed', 'in_force', 'released', 'returning', 'ended', 'refused', 'lapsed', 'overtaken')),
     constraint case_measure_hold check ((kind = 'hold') = (ground is not null and until_on is not null)),
     constraint case_measure_in_force check (kind = 'hold' or state not in ('in_force', 'released')),
     constraint case_measure_two check (verified_by is null or verified_by <> decided_by),
     constraint case_measure_verified check (state in ('proposed', 'refused', 'lapsed', 'overtaken') or (verified_by is not null and verified_at is not null)),
     constraint case_measure_refused check (state <> 'refused' or (ended_by is not null and reason is not null)),
     constraint case_measure_released check (state <> 'released' or (ended_by is not null and reason is not null and use_until is not null)),
     constraint case_measure_returning check (state <> 'returning' or return_id is not null),
     constraint fk_case_measure_case foreign key (case_id) references follow_up_case(id),
     constraint fk_case_measure_entitlement foreign key (entitlement_id) references entitlement(id),
     constraint fk_case_measure_decided_by foreign key (decided_by) references officer(id),
     constraint fk_case_measure_verified_by foreign key (verified_by) references officer(id),
     constraint fk_case_measure_ended_by foreign key (ended_by) references officer(id),
     constraint fk_case_measure_return foreign key (return_id) references treasury_return(id))`,
  `create index ix_case_measure_place on case_measure (kelurahan_code, due_on, id)`,
  `create index ix_case_measure_entitlement on case_measure (entitlement_id)`,
  `create function check_case_measure_life() returns trigger language plpgsql as $$
     begin
       if (old.state, new.state) not in (('proposed', 'in_force'), ('proposed', 'returning'), ('proposed', 'refused'), ('proposed', 'lapsed'),
             ('proposed', 'overtaken'), ('in_force', 'released'), ('in_force', 'returning'), ('in_force', 'ended'), ('in_force', 'overtaken'),
             ('released', 'returning'), ('released', 'ended'), ('released', 'overtaken'), ('returning', 'ended'), ('returning', 'overtaken'))
          or (new.id, new.case_id, new.entitlement_id, new.kind, new.period_id, new.city_code, new.kelurahan_code, new.ground, new.until_on,
              new.decided_by, new.decided_at, new.due_on) is distinct from
             (old.id, old.case_id, old.entitlement_id, old.kind, old.period_id, old.city_code, old.kelurahan_code, old.ground, old.until_on,
              old.decided_by, old.decided_at, old.due_on)
          or (old.state <> 'proposed' and (new.verified_by, new.verified_at) is distinct from (old.verified_by, old.verified_at))
          or (new.state = 'in_force' and (select state from entitlement where id = new.entitlement_id) <> 'held')
       then
         raise exception 'a measure goes its way with the ledger, and is not rewritten' using errcode = 'restrict_violation';
       end if;
       return new;
     end $$`,
  `create trigger case_measure_life before update on case_measure for each row execute function check_case_measure_life()`,
  `create trigger rows_stay before delete or truncate on case_measure for each statement execute function refuse_change()`,
  `create trigger tell_diary after insert or update of state on case_measure
     for each statement execute function tell_diary('followUp')`,
  `alter table case_request drop constraint case_request_kind`,
  `alter table case_request add constraint case_request_kind check (kind in ('recard', 'unblock', 'fix_account', 'check_balance', 'proxy',
     'change_head', 'replace', 'freeze', 'unfreeze'))`,
];

export class CaseMeasures1800000990000 implements MigrationInterface {
  name = 'CaseMeasures1800000990000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
