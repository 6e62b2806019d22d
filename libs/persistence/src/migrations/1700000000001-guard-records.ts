import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['audit_entry', 'task_decision', 'signature', 'mandate_event', 'ledger_transaction', 'posting'];

/** Records that are only added to, money that always balances, accounts that never go below zero. */
export class GuardRecords1700000000001 implements MigrationInterface {
  name = 'GuardRecords1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createClock(queryRunner);
    // Room on each page, so that a verdict or a move of money rewrites its row in place and touches no index.
    await queryRunner.query('ALTER TABLE roster_row SET (fillfactor = 50)');
    await queryRunner.query('ALTER TABLE entitlement SET (fillfactor = 50)');
    await this.announceChanges(queryRunner);
    await queryRunner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of APPEND_ONLY) {
      await queryRunner.query(`
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    // Checked at commit, because a transaction's postings are inserted one statement after another.
    await queryRunner.query(`
      CREATE FUNCTION check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT sum(amount_rupiah) FROM posting WHERE transaction_id = NEW.transaction_id) <> 0 THEN
          RAISE EXCEPTION 'postings of % do not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE CONSTRAINT TRIGGER postings_balance AFTER INSERT ON posting
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance()`);
  }

  /** The programme's calendar: the real clock, moved by the sandbox offset. */
  private async createClock(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`INSERT INTO programme_clock (id, offset_ms) VALUES (1, 0)`);
    await queryRunner.query(`
      CREATE FUNCTION programme_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT clock_timestamp() + offset_ms * interval '1 millisecond' FROM programme_clock
      $$`);
    await queryRunner.query(`
      CREATE FUNCTION programme_today() RETURNS date LANGUAGE sql STABLE AS $$
        SELECT (programme_now() AT TIME ZONE 'Asia/Jakarta')::date
      $$`);
  }

  /** Tells listening APIs that a period has moved, so that boards refresh without polling. */
  private async announceChanges(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION announce_period() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('amanah_period', NEW.period_id::text);
        RETURN NULL;
      END $$`);
    for (const table of ['task', 'stage_progress', 'ledger_transaction']) {
      await queryRunner.query(`
        CREATE TRIGGER announce AFTER INSERT OR UPDATE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION announce_period()`);
    }
    await queryRunner.query(`
      CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NOTIFY amanah_outbox;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER announce AFTER INSERT ON outbox
      FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox()`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
