import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spot checks, their strata and families, and what visits found. */
const UP = [
  `create table spot_check (
     id uuid default gen_random_uuid() not null,
     period_id uuid not null,
     city_code text not null,
     confidence smallint not null,
     margin smallint not null,
     seed text not null,
     state text not null,
     population integer not null,
     sample integer not null,
     closes_on date not null,
     drawn_by uuid not null,
     drawn_at timestamptz not null,
     closed_by uuid,
     closed_at timestamptz,
     constraint pk_spot_check primary key (id),
     constraint spot_check_state check (state in ('drawn', 'closed')),
     constraint spot_check_closed check ((state = 'closed') = (closed_by is not null and closed_at is not null)),
     constraint spot_check_precision check (confidence in (90, 95, 99) and margin between 1 and 20),
     constraint spot_check_size check (sample between 1 and population),
     constraint fk_spot_check_period_id foreign key (period_id) references period(id),
     constraint fk_spot_check_drawn_by foreign key (drawn_by) references officer(id),
     constraint fk_spot_check_closed_by foreign key (closed_by) references officer(id))`,
  `create unique index uq_spot_check_open on spot_check (period_id, city_code) where state = 'drawn'`,
  `create index ix_spot_check_drawn on spot_check (drawn_at, id)`,
  `create function check_spot_check_life() returns trigger language plpgsql as $$
  begin
    if old.state = 'closed' then raise exception 'a closed spot check stays closed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger spot_check_life before update on spot_check for each row execute function check_spot_check_life()`,
  `create trigger rows_stay before delete or truncate on spot_check for each statement execute function refuse_change()`,
  `create table spot_check_stratum (
     spot_check_id uuid not null,
     code text not null,
     population integer not null,
     sample integer not null,
     constraint pk_spot_check_stratum primary key (spot_check_id, code),
     constraint fk_spot_check_stratum_spot_check_id foreign key (spot_check_id) references spot_check(id))`,
  `create trigger append_only before update or delete or truncate on spot_check_stratum
     for each statement execute function refuse_change()`,
  `create table spot_check_family (
     id bigint generated always as identity not null,
     spot_check_id uuid not null,
     stratum_code text not null,
     entitlement_id bigint not null,
     kelurahan_code text not null,
     position integer not null,
     is_drawn boolean not null,
     replaces_id bigint,
     constraint pk_spot_check_family primary key (id),
     constraint uq_spot_check_family unique (spot_check_id, entitlement_id),
     constraint uq_spot_check_position unique (spot_check_id, stratum_code, position),
     constraint uq_spot_check_replaces unique (replaces_id),
     constraint fk_spot_check_family_spot_check_id foreign key (spot_check_id) references spot_check(id),
     constraint fk_spot_check_family_entitlement_id foreign key (entitlement_id) references entitlement(id),
     constraint fk_spot_check_family_replaces_id foreign key (replaces_id) references spot_check_family(id))`,
  `create index ix_spot_check_family on spot_check_family (spot_check_id, id)`,
  `create trigger rows_stay before delete or truncate on spot_check_family for each statement execute function refuse_change()`,
  `create table spot_check_result (
     id bigint generated always as identity not null,
     family_id bigint not null,
     receipt text,
     used_for_food text,
     own_control text,
     fair_price text,
     unreached text,
     note_sealed bytea,
     visited_on date not null,
     noted_by uuid not null,
     noted_at timestamptz not null,
     constraint pk_spot_check_result primary key (id),
     constraint spot_check_result_receipt check (receipt in ('received', 'not_received', 'with_issues')),
     constraint spot_check_result_answers check (used_for_food in ('yes', 'no', 'unknown') and own_control in ('yes', 'no', 'unknown') and fair_price in ('yes', 'no', 'unknown')),
     constraint spot_check_result_unreached check (unreached in ('away', 'moved', 'died', 'not_found', 'refused', 'unsafe')),
     constraint spot_check_result_whole check (num_nonnulls(receipt, used_for_food, own_control, fair_price) = case when unreached is null then 4 else 0 end),
     constraint fk_spot_check_result_family_id foreign key (family_id) references spot_check_family(id),
     constraint fk_spot_check_result_noted_by foreign key (noted_by) references officer(id))`,
  `create index ix_spot_check_result on spot_check_result (family_id, id)`,
  `create trigger append_only before update or delete or truncate on spot_check_result
     for each statement execute function refuse_change()`,
];

export class SpotChecks1800006000000 implements MigrationInterface {
  name = 'SpotChecks1800006000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
