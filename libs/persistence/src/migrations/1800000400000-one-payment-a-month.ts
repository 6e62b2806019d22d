import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family is paid once for a month and purpose, whichever batch pays it: `uq_one_live_payment` sees one period alone. The
 * check runs once for each statement, and reads nothing where no other period shares a month. Whoever pays in periods that
 * do, waits for the other's commit; an exclusion constraint would make every decree a third slower.
 */
const CHECK_NEW = `
  CREATE FUNCTION check_one_payment_a_month()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
        DECLARE
          paid_in uuid[] := ARRAY(SELECT DISTINCT period_id FROM paying);
          twice text;
        BEGIN
          IF NOT EXISTS (SELECT FROM period own JOIN period other ON other.id <> own.id AND other.months && own.months
                          WHERE own.id = ANY (paid_in)) THEN
            RETURN NULL;
          END IF;
          PERFORM pg_advisory_xact_lock(hashtext('one_payment_a_month'));
          SELECT p.end_to_end_id INTO twice
            FROM paying p JOIN period own ON own.id = p.period_id
            JOIN period other ON other.id <> own.id AND other.months && own.months
            JOIN entitlement e ON e.period_id = other.id AND e.purpose = p.purpose AND e.nik_hash = p.nik_hash AND e.live
           WHERE p.live LIMIT 1;
          IF twice IS NOT NULL THEN
            RAISE EXCEPTION 'one_payment_a_month: % would be paid twice for a month', twice USING ERRCODE = 'unique_violation';
          END IF;
          RETURN NULL;
        END $function$`;

/** The same for one payment that counts as live again. */
const CHECK_REVIVED = `
  CREATE FUNCTION check_revived_payment()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtext('one_payment_a_month'));
          IF EXISTS (SELECT FROM period own JOIN period other ON other.id <> own.id AND other.months && own.months
                       JOIN entitlement e ON e.period_id = other.id AND e.purpose = NEW.purpose AND e.nik_hash = NEW.nik_hash AND e.live
                      WHERE own.id = NEW.period_id) THEN
            RAISE EXCEPTION 'one_payment_a_month: % would be paid twice for a month', NEW.end_to_end_id
              USING ERRCODE = 'unique_violation';
          END IF;
          RETURN NULL;
        END $function$`;

/** What an approval drew is given back when its act can't be done any more. */
const BALANCE = `
  CREATE OR REPLACE VIEW mandate_balance AS
   SELECT m.id AS mandate_id,
      u.families AS used_families,
      u.rupiah AS used_rupiah,
      b.families AS bound_families,
      b.rupiah AS bound_rupiah,
      m.ceiling_families - u.families - b.families AS left_families,
      m.ceiling_rupiah - u.rupiah - b.rupiah AS left_rupiah
     FROM mandate m
       CROSS JOIN LATERAL (SELECT coalesce(sum(CASE e.event WHEN 'used' THEN e.families ELSE -e.families END), 0)::int AS families,
              coalesce(sum(CASE e.event WHEN 'used' THEN e.amount_rupiah ELSE -e.amount_rupiah END), 0)::bigint AS rupiah
             FROM mandate_event e WHERE e.mandate_id = m.id AND e.event IN ('used', 'given_back')) u
       CROSS JOIN LATERAL (SELECT coalesce(sum(s.ceiling_families - su.families), 0)::int AS families,
              coalesce(sum(s.ceiling_rupiah - su.rupiah), 0)::bigint AS rupiah
             FROM mandate s
               CROSS JOIN LATERAL (SELECT
                      coalesce(sum(CASE e.event WHEN 'used' THEN e.families ELSE -e.families END), 0)::int AS families,
                      coalesce(sum(CASE e.event WHEN 'used' THEN e.amount_rupiah ELSE -e.amount_rupiah END), 0)::bigint AS rupiah
                     FROM mandate_event e WHERE e.mandate_id = s.id AND e.event IN ('used', 'given_back')) su
            WHERE s.parent_id = m.id AND s.state IN ('granted', 'accepted', 'suspended')) b`;

export class OnePaymentAMonth1800000400000 implements MigrationInterface {
  name = 'OnePaymentAMonth1800000400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CHECK_NEW);
    await queryRunner.query(`CREATE TRIGGER one_payment_a_month AFTER INSERT ON entitlement
      REFERENCING NEW TABLE AS paying FOR EACH STATEMENT EXECUTE FUNCTION check_one_payment_a_month()`);
    await queryRunner.query(CHECK_REVIVED);
    await queryRunner.query(`CREATE TRIGGER one_payment_a_month_again AFTER UPDATE ON entitlement
      FOR EACH ROW WHEN (new.live AND NOT old.live) EXECUTE FUNCTION check_revived_payment()`);
    await queryRunner.query(BALANCE);
    await queryRunner.query(`alter table mandate_event drop constraint mandate_use_has_key,
      add constraint mandate_use_has_key check (event not in ('used', 'given_back') or key is not null)`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
