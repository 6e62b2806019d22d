import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a finding asks for and allows is a rule of its programme. Cases of before keep their findings, which the tree still has, and say what was decided for their money. */
const UP = [
  `create table finding_rule (
     programme text not null,
     finding text not null,
     effective_from date not null,
     effective_to date,
     place integer not null,
     branch text not null,
     fault text not null,
     evidence text[] not null,
     decides text not null,
     restricted boolean not null,
     outcomes jsonb not null,
     suggests text not null,
     source text not null,
     verified boolean not null,
     constraint pk_finding_rule primary key (programme, finding, effective_from),
     constraint finding_rule_days check (effective_to is null or effective_from <= effective_to))`,
  `create trigger append_only before update or delete or truncate on finding_rule
     for each statement execute function refuse_change()`,
  // Of several rules the one that began last; none where that one has ended.
  `create function finding_rule_on(text, text, date) returns setof finding_rule language sql stable as $$
     select * from (select * from finding_rule where programme = $1 and finding = $2 and effective_from <= $3
                     order by effective_from desc limit 1) newest
      where effective_to is null or $3 <= effective_to $$`,
  `alter table follow_up_case add column decides text, add column restricted boolean default false not null,
     add column money_decided text`,
  `update follow_up_case set money_decided = case outcome when 'keeps_money' then 'keep' else 'return' end
    where outcome is not null`,
  `alter table follow_up_case add constraint follow_up_case_money_decided
     check ((outcome is null) = (money_decided is null) and money_decided in ('keep', 'return'))`,
];

export class FindingRules1800000950000 implements MigrationInterface {
  name = 'FindingRules1800000950000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
