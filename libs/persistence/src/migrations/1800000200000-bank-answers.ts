import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a bank says is kept line by line, so that the order in which its files come changes nothing; breaks are settled by
 * two people; an order that the bank refuses is sent again under a new message id.
 */
const UP = [
  `alter table bank_file alter column order_id drop not null`,
  `alter table bank_file add column number bigserial`,
  `alter table bank_file add column state text not null default 'applied'`,
  `alter table bank_file alter column state drop default`,
  `alter table bank_file add column attempt int not null default 1`,
  `alter table bank_file alter column attempt drop default`,
  `alter table bank_file add column said_at timestamptz`,
  `update bank_file set said_at = applied_at`,
  `alter table bank_file alter column said_at set not null`,
  `alter table bank_file add column refusal_code text`,
  `alter table bank_file add column refusal_details jsonb`,
  `alter table bank_file add constraint uq_bank_file_number unique (number)`,
  `alter table bank_file add constraint bank_file_refused check ((state = 'refused') = (refusal_code is not null))`,
  `create table bank_answer (
     file_number bigint not null,
     end_to_end_id text not null,
     line int not null,
     answer text not null,
     reason text,
     on_date date,
     amount_rupiah bigint,
     withdrawn_rupiah bigint,
     balance_rupiah bigint,
     constraint pk_bank_answer primary key (file_number, end_to_end_id, line)
   )`,
  `create table bank_arrival (
     name text not null,
     size_bytes bigint not null,
     modified_at timestamptz not null,
     seen_at timestamptz not null,
     constraint pk_bank_arrival primary key (name)
   )`,
  `alter table payment_order add column attempt int not null default 1`,
  `alter table payment_order add column refusal_code text`,
  `alter table payment_order add column break_round int not null default 1`,
  `alter table treasury_return add column instructed_at timestamptz`,
  `alter table entitlement add column settled_file bigint`,
  `alter table entitlement add column settled_as text`,
  `alter table reconciliation_break drop constraint uq_break`,
  `alter table reconciliation_break alter column opened_by drop not null`,
  `alter table reconciliation_break add column reason text`,
  `alter table reconciliation_break add column said jsonb`,
  `alter table reconciliation_break add column resolution text`,
  `alter table reconciliation_break add column explanation text`,
  `alter table reconciliation_break add column proposed_by uuid`,
  `alter table reconciliation_break add column proposed_at timestamptz`,
  `alter table reconciliation_break add column proposed_round int`,
  `alter table reconciliation_break add column settled_round int`,
  `create unique index uq_open_break on reconciliation_break (order_id, end_to_end_id, type) where (state = 'open')`,
  `alter table reconciliation_break add constraint fk_reconciliation_break_proposed_by
     foreign key (proposed_by) references officer (id)`,
];

export class BankAnswers1800000200000 implements MigrationInterface {
  name = 'BankAnswers1800000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
