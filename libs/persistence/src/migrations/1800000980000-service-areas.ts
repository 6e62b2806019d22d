import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which bank or post office pays which territory from which day; orders keep by which of these they were made. */
export class ServiceAreas1800000980000 implements MigrationInterface {
  name = 'ServiceAreas1800000980000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table service_area (
      id uuid default gen_random_uuid() not null,
      programme text not null,
      channel text not null,
      territory_code text not null,
      valid_from date not null,
      service_name text not null,
      bank_code text not null,
      payer_name text not null,
      payer_account text not null,
      mailbox text not null,
      paper text not null,
      state text not null,
      reason text,
      proposed_by uuid not null,
      proposed_at timestamptz not null,
      decided_by uuid,
      decided_at timestamptz,
      constraint pk_service_area primary key (id),
      constraint service_area_channel check (channel in ('card', 'post')),
      constraint service_area_state check (state in ('proposed', 'adopted', 'refused', 'withdrawn')),
      constraint service_area_four_eyes check (state not in ('adopted', 'refused')
        or (decided_by is not null and decided_by <> proposed_by)),
      constraint fk_service_area_proposed_by foreign key (proposed_by) references officer(id),
      constraint fk_service_area_decided_by foreign key (decided_by) references officer(id))`);
    await queryRunner.query(`create unique index uq_service_area_proposed on service_area (programme, channel, territory_code)
      where state = 'proposed'`);
    await queryRunner.query(AREA_LIFE);
    await queryRunner.query(`create trigger service_area_life before update or delete on service_area
      for each row execute function check_service_area_life()`);
    await queryRunner.query(`create trigger rows_stay before truncate on service_area
      for each statement execute function refuse_change()`);
    await queryRunner.query(`alter table payment_order add column area_id uuid,
      add constraint fk_payment_order_area_id foreign key (area_id) references service_area(id)`);
    await queryRunner.query(AREA_STAYS);
    await queryRunner.query(`create trigger area_stays before update of area_id on payment_order
      for each row execute function check_area_stays()`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

/** A proposal only moves on, to its decision. */
const AREA_LIFE = `create function check_service_area_life() returns trigger language plpgsql as $$
  begin
    if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
       and (to_jsonb(new) - array['state', 'reason', 'decided_by', 'decided_at'])
         = (to_jsonb(old) - array['state', 'reason', 'decided_by', 'decided_at'])
    then return new;
    end if;
    raise exception 'a service area is not rewritten' using errcode = 'restrict_violation';
  end $$`;

/** An order is sent to whom it was signed for. */
const AREA_STAYS = `create function check_area_stays() returns trigger language plpgsql as $$
  begin
    if new.area_id is distinct from old.area_id then
      raise exception 'an order stays with its bank' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`;
