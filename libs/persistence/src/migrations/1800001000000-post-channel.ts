import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An order says by which channel its families are paid: what failed on its way into an account may be fetched at the post office, in an
 * order of its own beside the one that goes into accounts again.
 */
const UP = [
  `alter table payment_order add column channel text not null default 'card',
     add constraint payment_order_channel check (channel in ('card', 'post'))`,
  `update payment_order o set channel = p.channel from period p where p.id = o.period_id and p.channel <> 'card'`,
  'alter table payment_order alter column channel drop default',
  'alter table payment_order drop constraint uq_payment_order_reissue',
  'alter table payment_order add constraint uq_payment_order_reissue unique (reissues_id, reissues_round, channel)',
  'drop index uq_payment_order_of_decree',
  'create unique index uq_payment_order_of_decree on payment_order (decree_id, channel) where reissues_id is null',
  'alter table payment_repair drop constraint payment_repair_action',
  `alter table payment_repair add constraint payment_repair_action
     check (action in ('send_again', 'new_account', 'by_post', 'give_up'))`,
  `create or replace function check_area_stays() returns trigger language plpgsql as $$
  begin
    if new.area_id is distinct from old.area_id or new.channel <> old.channel then
      raise exception 'an order stays with its bank' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  'drop trigger area_stays on payment_order',
  `create trigger area_stays before update of area_id, channel on payment_order
     for each row execute function check_area_stays()`,
];

export class PostChannel1800001000000 implements MigrationInterface {
  name = 'PostChannel1800001000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
