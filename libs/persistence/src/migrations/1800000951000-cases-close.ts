import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case is closed when the ledger confirms what has become of its money, and never before; what is closed stays so. */
const UP = [
  `alter table follow_up_case add column closed_at timestamptz, add column closed_money text`,
  `update follow_up_case c set closed_at = coalesce(c.decided_at, programme_now()),
          closed_money = case e.state when 'transacted' then 'used' else 'returned' end
     from entitlement e where e.id = c.entitlement_id and e.state in ('transacted', 'returned')
      and c.state in ('decided', 'used', 'lapsed')`,
  `alter table follow_up_case add constraint follow_up_case_closed check (
     (closed_at is null) = (closed_money is null) and closed_money in ('used', 'returned')
     and (closed_at is null or state in ('decided', 'used', 'lapsed')))`,
  `create function check_case_closing() returns trigger language plpgsql as $$
     declare money text;
     begin
       if TG_OP = 'UPDATE' and old.closed_at is not null then
         raise exception 'a closed case stays as it is' using errcode = 'restrict_violation';
       end if;
       if new.closed_at is null then return new; end if;
       select case e.state when 'transacted' then 'used' when 'returned' then 'returned' end into money
         from entitlement e where e.id = new.entitlement_id;
       if money is distinct from new.closed_money then
         raise exception 'the ledger does not confirm what a case closes with' using errcode = 'restrict_violation';
       end if;
       return new;
     end $$`,
  `create trigger closes_with_its_money before insert or update on follow_up_case
     for each row execute function check_case_closing()`,
];

export class CasesClose1800000951000 implements MigrationInterface {
  name = 'CasesClose1800000951000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
