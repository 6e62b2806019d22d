import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A payment that failed may be made again by an order of its own: its row stays as the bank left it, and a successor with an
 * instruction of its own takes its place. A decree has one order as before, and any number that make its failed payments again.
 */
const UP = [
  `alter table payment_order
     add column reissues_id uuid, add column reissues_round integer,
     add column generation integer default 1 not null, add column repair_round integer default 1 not null,
     add constraint fk_payment_order_reissues_id foreign key (reissues_id) references payment_order(id),
     add constraint uq_payment_order_reissue unique (reissues_id, reissues_round),
     drop constraint uq_payment_order_decree_id`,
  'create unique index uq_payment_order_of_decree on payment_order (decree_id) where reissues_id is null',
  `alter table entitlement
     add column reissues_id bigint, add column payee_sealed bytea,
     add constraint fk_entitlement_reissues_id foreign key (reissues_id) references entitlement(id),
     add constraint uq_entitlement_reissues unique (reissues_id),
     drop constraint uq_entitlement_row`,
  'create unique index uq_entitlement_row on entitlement (decree_id, roster_row_id) where reissues_id is null',
  `create table payment_repair (
     id bigint generated always as identity,
     order_id uuid not null,
     entitlement_id bigint not null,
     round integer not null,
     action text not null,
     payee_sealed bytea,
     account_hash bytea,
     explanation text not null,
     decided_by uuid not null,
     decided_at timestamptz not null,
     constraint pk_payment_repair primary key (id),
     constraint uq_payment_repair unique (entitlement_id, round),
     constraint payment_repair_action check (action in ('send_again', 'new_account', 'give_up')),
     constraint payment_repair_account check ((action = 'new_account') = (payee_sealed is not null and account_hash is not null)),
     constraint fk_payment_repair_order_id foreign key (order_id) references payment_order(id),
     constraint fk_payment_repair_entitlement_id foreign key (entitlement_id) references entitlement(id),
     constraint fk_payment_repair_decided_by foreign key (decided_by) references officer(id))`,
];

export class PaymentRepair1800000890000 implements MigrationInterface {
  name = 'PaymentRepair1800000890000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
