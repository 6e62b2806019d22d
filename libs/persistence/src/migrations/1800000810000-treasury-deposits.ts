import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A return may be paid into the treasury in parts, each with a receipt of its own: what the bank could not debit at first follows later. */
const UP = [
  `create table treasury_deposit (
     order_id uuid not null,
     ntpn text not null,
     ntb text not null,
     amount_rupiah bigint not null,
     deposited_on date not null,
     noted_at timestamptz not null,
     constraint pk_treasury_deposit primary key (order_id, ntpn),
     constraint treasury_deposit_positive check (amount_rupiah > 0),
     constraint fk_treasury_deposit_order_id foreign key (order_id) references payment_order(id))`,
  `insert into treasury_deposit (order_id, ntpn, ntb, amount_rupiah, deposited_on, noted_at)
   select order_id, ntpn, coalesce(ntb, ''), deposited_rupiah, deposited_on, programme_now()
     from treasury_return where ntpn <> '' and deposited_rupiah > 0`,
  `create trigger rows_stay before delete or truncate on treasury_deposit
     for each statement execute function refuse_change()`,
  `alter table treasury_return drop column returned_families, drop column deposited_rupiah, drop column deposited_on,
     drop column ntpn, drop column ntb`,
];

export class TreasuryDeposits1800000810000 implements MigrationInterface {
  name = 'TreasuryDeposits1800000810000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
