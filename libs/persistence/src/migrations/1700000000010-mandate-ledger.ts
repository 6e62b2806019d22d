import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  `ALTER TABLE appointment ADD acting text`,
  `ALTER TABLE appointment ADD CONSTRAINT appointment_acting CHECK (acting in ('plt', 'plh'))`,
  `ALTER TABLE mandate ADD parent_id uuid, ADD depth integer NOT NULL DEFAULT 0, ADD letter_number text`,
  // Until now a city that refused its mandate was written down as having returned it.
  `UPDATE mandate SET state = 'refused' WHERE state = 'returned'`,
  `ALTER TABLE mandate DROP CONSTRAINT uq_mandate`,
  `CREATE UNIQUE INDEX uq_mandate_root ON mandate (period_id, territory_code, grantee_office_id) WHERE parent_id is null`,
  `CREATE UNIQUE INDEX uq_mandate_slice ON mandate (parent_id, grantee_office_id, territory_code)
     WHERE parent_id is not null and state in ('granted', 'accepted', 'suspended')`,
  `CREATE INDEX ix_mandate_place ON mandate (period_id, territory_code)`,
  `ALTER TABLE mandate ADD CONSTRAINT mandate_kind CHECK (kind in ('attribution', 'delegation', 'mandate', 'assignment'))`,
  `ALTER TABLE mandate ADD CONSTRAINT mandate_state CHECK
     (state in ('granted', 'accepted', 'suspended', 'revoked', 'expired', 'returned', 'refused'))`,
  `ALTER TABLE mandate ADD CONSTRAINT mandate_ceiling CHECK (ceiling_families >= 0 and ceiling_rupiah >= 0)`,
  `ALTER TABLE mandate ADD CONSTRAINT mandate_depth CHECK ((parent_id is null) = (depth = 0))`,
  `ALTER TABLE mandate ADD CONSTRAINT fk_mandate_parent FOREIGN KEY (parent_id) REFERENCES mandate (id)`,
  `ALTER TABLE mandate_event ADD families integer NOT NULL DEFAULT 0, ADD amount_rupiah bigint NOT NULL DEFAULT '0',
     ADD key text, ADD task_id uuid`,
  `ALTER TABLE mandate_event DROP CONSTRAINT uq_mandate_event`,
  `ALTER TABLE mandate_event ADD CONSTRAINT uq_mandate_use UNIQUE (mandate_id, event, key)`,
  `ALTER TABLE mandate_event ADD CONSTRAINT mandate_event_positive CHECK (families >= 0 and amount_rupiah >= 0)`,
  `ALTER TABLE mandate_event ADD CONSTRAINT mandate_use_has_key CHECK (event <> 'used' or key is not null)`,
  `ALTER TABLE mandate_event ADD CONSTRAINT fk_mandate_event_task FOREIGN KEY (task_id) REFERENCES task (id)`,
  `CREATE TABLE freeze_period (
     id uuid NOT NULL DEFAULT gen_random_uuid(), name text NOT NULL, reason text NOT NULL, territory_code text NOT NULL,
     actions text array NOT NULL, valid_from date NOT NULL, valid_to date NOT NULL, created_by uuid NOT NULL,
     created_at timestamptz NOT NULL, ended_by uuid, ended_at timestamptz,
     CONSTRAINT pk_freeze_period PRIMARY KEY (id),
     CONSTRAINT freeze_period_dates CHECK (valid_from <= valid_to),
     CONSTRAINT freeze_period_actions CHECK (cardinality(actions) > 0),
     CONSTRAINT fk_freeze_period_created_by FOREIGN KEY (created_by) REFERENCES officer (id),
     CONSTRAINT fk_freeze_period_ended_by FOREIGN KEY (ended_by) REFERENCES officer (id))`,
];

/** What was decreed before there was a ledger of uses. */
const EARLIER_USES = `
  INSERT INTO mandate_event (mandate_id, event, families, amount_rupiah, key, occurred_at)
  SELECT m.id, 'used', d.families, d.amount_rupiah, 'decree:' || d.id, d.ratified_at
    FROM decree d JOIN mandate m ON m.period_id = d.period_id AND m.territory_code = d.city_code
   WHERE d.state = 'ratified'`;

const usedOf = (id: string): string => `
  SELECT coalesce(sum(e.families), 0)::int AS families, coalesce(sum(e.amount_rupiah), 0)::bigint AS rupiah
    FROM mandate_event e WHERE e.mandate_id = ${id} AND e.event = 'used'`;

/** What is left is nowhere written down: it is counted from the ledger whenever somebody asks. */
const BALANCE = `
  CREATE VIEW mandate_balance AS
  SELECT m.id AS mandate_id, u.families AS used_families, u.rupiah AS used_rupiah, b.families AS bound_families,
         b.rupiah AS bound_rupiah, m.ceiling_families - u.families - b.families AS left_families,
         m.ceiling_rupiah - u.rupiah - b.rupiah AS left_rupiah
    FROM mandate m
   CROSS JOIN LATERAL (${usedOf('m.id')}) u
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(s.ceiling_families - su.families), 0)::int AS families,
            coalesce(sum(s.ceiling_rupiah - su.rupiah), 0)::bigint AS rupiah
       FROM mandate s CROSS JOIN LATERAL (${usedOf('s.id')}) su
      WHERE s.parent_id = m.id AND s.state IN ('granted', 'accepted', 'suspended')) b`;

/** The lock first, then a fresh look: of many at once each sees what the ones before it took. */
const DEMAND_LEFT = `
  CREATE FUNCTION demand_mandate_left(wanted uuid) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE balance mandate_balance;
  BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
      RAISE EXCEPTION 'the mandate ledger cannot be written from an old snapshot' USING ERRCODE = 'serialization_failure';
    END IF;
    PERFORM 1 FROM mandate WHERE id = wanted FOR UPDATE;
    SELECT * INTO balance FROM mandate_balance WHERE mandate_id = wanted;
    IF balance.left_families < 0 OR balance.left_rupiah < 0 THEN
      RAISE EXCEPTION 'mandate % would have less than nothing left', wanted
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ceiling_kept';
    END IF;
  END $$`;

const CHECK_USE = `
  CREATE FUNCTION check_mandate_use() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE own mandate;
  BEGIN
    PERFORM demand_mandate_left(NEW.mandate_id);
    SELECT * INTO own FROM mandate WHERE id = NEW.mandate_id;
    IF own.state <> 'accepted' THEN
      RAISE EXCEPTION 'mandate % is not in force', own.id USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_in_force';
    END IF;
    IF own.parent_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM mandate_event above WHERE above.mandate_id = own.parent_id AND above.event = 'used' AND above.key = NEW.key
         AND above.families >= (SELECT sum(e.families) FROM mandate_event e JOIN mandate s ON s.id = e.mandate_id
                                 WHERE s.parent_id = own.parent_id AND e.event = 'used' AND e.key = NEW.key)
         AND above.amount_rupiah >= (SELECT sum(e.amount_rupiah) FROM mandate_event e JOIN mandate s ON s.id = e.mandate_id
                                 WHERE s.parent_id = own.parent_id AND e.event = 'used' AND e.key = NEW.key)) THEN
      RAISE EXCEPTION 'a use of slice % is a use of its parent too', own.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_use_rolls_up';
    END IF;
    RETURN NULL;
  END $$`;

const CHECK_SLICE = `
  CREATE FUNCTION check_mandate_slice() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE above mandate;
  BEGIN
    PERFORM demand_mandate_left(NEW.id);
    IF NEW.parent_id IS NULL THEN
      RETURN NULL;
    END IF;
    PERFORM demand_mandate_left(NEW.parent_id);
    SELECT * INTO above FROM mandate WHERE id = NEW.parent_id;
    IF NEW.depth <> above.depth + 1 OR NEW.period_id <> above.period_id OR NOT NEW.powers <@ above.powers
       OR NOT (NEW.territory_code = above.territory_code OR starts_with(NEW.territory_code, above.territory_code || '.'))
       OR NEW.valid_from < above.valid_from OR NEW.valid_to > above.valid_to THEN
      RAISE EXCEPTION 'slice % does not lie within its parent', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_lies_within';
    END IF;
    RETURN NULL;
  END $$`;

/** Slices of mandates, a ledger of uses that never goes below zero, periods of freeze, appointments of who stands in. */
export class MandateLedger1700000000010 implements MigrationInterface {
  name = 'MandateLedger1700000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, EARLIER_USES, BALANCE, DEMAND_LEFT, CHECK_USE, CHECK_SLICE]) {
      await queryRunner.query(statement);
    }
    // At commit: a use is written at the slice and at its parents, one row after another.
    await queryRunner.query(`
      CREATE CONSTRAINT TRIGGER mandate_use AFTER INSERT ON mandate_event DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.event = 'used') EXECUTE FUNCTION check_mandate_use()`);
    await queryRunner.query(`
      CREATE CONSTRAINT TRIGGER mandate_slice AFTER INSERT OR UPDATE ON mandate DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION check_mandate_slice()`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
