import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each movement did to the accounts of its city, so that a nation adds up cities and not kelurahan. */
const UP = [
  `create table city_posting (
     id bigint generated always as identity not null,
     transaction_id uuid not null,
     period_id uuid not null,
     city_code text not null,
     account text not null,
     families integer not null,
     amount_rupiah bigint not null,
     posted_on date not null,
     constraint pk_city_posting primary key (id),
     constraint fk_city_posting_transaction_id foreign key (transaction_id) references ledger_transaction(id),
     constraint fk_city_posting_period_id foreign key (period_id) references period(id))`,
  // What was posted before, movement by movement.
  `insert into city_posting (transaction_id, period_id, city_code, account, families, amount_rupiah, posted_on)
   select t.id, t.period_id, t.city_code, p.account, sum(p.families), sum(p.amount_rupiah), (t.posted_at at time zone 'Asia/Jakarta')::date
     from posting p join ledger_transaction t on t.id = p.transaction_id
    group by t.id, p.account having sum(p.families) <> 0 or sum(p.amount_rupiah) <> 0 order by t.posted_at, t.id`,
  `create index ix_city_posting_figures on city_posting (period_id, city_code, account, posted_on, families, amount_rupiah)`,
  `create index ix_case_open on follow_up_case (period_id, city_code, kelurahan_code, finding, restricted, amount_rupiah)
     where state in ('to_visit', 'to_decide')`,
  `create index ix_ledger_transaction_city on ledger_transaction (period_id, city_code)`,
  `create trigger append_only before update or delete or truncate on city_posting
     for each statement execute function refuse_change()`,
];

export class CityPostings1800007000000 implements MigrationInterface {
  name = 'CityPostings1800007000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
