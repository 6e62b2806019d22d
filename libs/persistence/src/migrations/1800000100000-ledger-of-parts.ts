import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Families of a transaction sum to zero as its rupiah do. Decrees that were ratified before get the step between city and
 * family that they lacked: the quota allocated to the kelurahan and decreed there, which changes no balance.
 */
export class LedgerOfParts1800000100000 implements MigrationInterface {
  name = 'LedgerOfParts1800000100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION check_balance()
       RETURNS trigger
       LANGUAGE plpgsql
      AS $function$
            BEGIN
              IF EXISTS (SELECT FROM posting WHERE transaction_id = NEW.transaction_id
                         HAVING sum(amount_rupiah) <> 0 OR sum(families) <> 0) THEN
                RAISE EXCEPTION 'postings of % do not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
              END IF;
              RETURN NULL;
            END $function$`);
    await queryRunner.query(`
      insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
      select p.transaction_id, 'unallocated', p.territory_code, side * p.families, side * p.amount_rupiah
        from posting p join ledger_transaction t on t.id = p.transaction_id cross join unnest(array[1, -1]) side
       where t.kind = 'decree' and p.account = 'decreed'
       order by p.id, side desc`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
