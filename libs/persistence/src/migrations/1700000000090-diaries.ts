import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which diaries look again when what stands in a table changes, whoever changes it. */
const TOLD_BY = [
  ['mandate', 'INSERT OR UPDATE OF valid_to', 'mandates'],
  ['office_delegation', 'INSERT OR UPDATE OF valid_to, ended_at', 'delegations'],
  ['appointment', 'INSERT OR UPDATE OR DELETE', 'delegations', 'approvals'],
  ['handover', 'INSERT', 'handovers'],
  ['officer', 'UPDATE OF disabled_at', 'approvals'],
  ['officer_leave', 'INSERT OR UPDATE OR DELETE', 'approvals'],
  ['approval_request', 'INSERT', 'approvals'],
  ['approval_vote', 'INSERT', 'approvals'],
  ['notification_setting', 'INSERT OR UPDATE OF mode, confirmed_at, kinds_off', 'mails'],
] as const;

/**
 * Diaries wait for the next day on which something is due. What they wait for is written in many places, so the tables
 * themselves say that it changed, in the same transaction: a writer that forgot would leave a wait that nothing moves.
 */
export class Diaries1700000000090 implements MigrationInterface {
  name = 'Diaries1700000000090';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION tell_diary() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO outbox (workflow_id, kind, payload) SELECT 'diary:' || diary, 'diary', '{}' FROM unnest(TG_ARGV) diary;
        RETURN NULL;
      END $$`);
    for (const [table, changes, ...diaries] of TOLD_BY) {
      await queryRunner.query(`
        CREATE TRIGGER tell_diary AFTER ${changes} ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION tell_diary(${diaries.map((diary) => `'${diary}'`).join(', ')})`);
    }
    // What the sender itself gathers needs no telling: it sends it next.
    await queryRunner.query(`
      CREATE TRIGGER tell_diary AFTER INSERT ON mail
      FOR EACH ROW WHEN (NEW.kind = 'confirmation') EXECUTE FUNCTION tell_diary('mails')`);
    await this.tellOfNotifications(queryRunner);
  }

  /** Most notifications concern nobody who wants mail at once, and those who want a digest have their hour. */
  private async tellOfNotifications(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION tell_mail_diary() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO outbox (workflow_id, kind, payload)
        SELECT 'diary:mails', 'diary', '{}' WHERE EXISTS (
          SELECT FROM told JOIN notification_setting s ON s.officer_id = told.officer_id
           WHERE s.mode = 'immediate' AND s.confirmed_at IS NOT NULL AND told.kind <> ALL (s.kinds_off));
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER tell_diary AFTER INSERT ON notification REFERENCING NEW TABLE AS told
      FOR EACH STATEMENT EXECUTE FUNCTION tell_mail_diary()`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('migrations go forward only'));
  }
}
