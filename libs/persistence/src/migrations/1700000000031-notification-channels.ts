import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "mail" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "officer_id" uuid NOT NULL, "kind" text NOT NULL, "state" text NOT NULL DEFAULT 'waiting', "attempts" integer NOT NULL DEFAULT '0', "next_attempt_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "failure" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "mail_kind" CHECK (kind in ('immediate', 'digest', 'confirmation')), CONSTRAINT "mail_state" CHECK (state in ('waiting', 'sending', 'sent', 'failed', 'cancelled')), CONSTRAINT "pk_mail" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_mail_due" ON "mail" ("next_attempt_at") WHERE state in ('waiting', 'sending')`,
  `CREATE INDEX "ix_mail_officer" ON "mail" ("officer_id", "created_at")`,
  `ALTER TABLE "mail" ADD CONSTRAINT "fk_mail_officer" FOREIGN KEY ("officer_id") REFERENCES "officer" ("id")`,
  `CREATE TABLE "notification_setting" ("officer_id" uuid NOT NULL, "email" text, "confirmed_at" TIMESTAMP WITH TIME ZONE, "mode" text NOT NULL DEFAULT 'off', "kinds_off" text array NOT NULL DEFAULT '{}', "mail_after" bigint NOT NULL DEFAULT '0', "digest_on" date, "code_mail_id" uuid, "code_failures" integer NOT NULL DEFAULT '0', "refusal" text, CONSTRAINT "notification_setting_mode" CHECK (mode in ('off', 'immediate', 'digest')), CONSTRAINT "notification_setting_email" CHECK (email is not null or (mode = 'off' and confirmed_at is null)), CONSTRAINT "pk_notification_setting" PRIMARY KEY ("officer_id"))`,
  `ALTER TABLE "notification_setting" ADD CONSTRAINT "fk_notification_setting_officer" FOREIGN KEY ("officer_id") REFERENCES "officer" ("id")`,
  `ALTER TABLE "notification_setting" ADD CONSTRAINT "fk_notification_setting_code" FOREIGN KEY ("code_mail_id") REFERENCES "mail" ("id")`,
  `CREATE INDEX "ix_notification_setting_mode" ON "notification_setting" ("mode") WHERE mode <> 'off'`,
  `ALTER TABLE "notification" ADD "mail_id" uuid`,
  `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_mail" FOREIGN KEY ("mail_id") REFERENCES "mail" ("id")`,
  `CREATE INDEX "ix_notification_unread" ON "notification" ("officer_id", "id") WHERE read_at is null`,
  `CREATE INDEX "ix_notification_mail" ON "notification" ("mail_id") WHERE mail_id is not null`,
  // Beyond a few hundred officers everybody looks again: NOTIFY compares every new payload with those before it.
  `CREATE FUNCTION announce_notification() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF (SELECT count(DISTINCT officer_id) FROM told) > 200 THEN
       PERFORM pg_notify('amanah_notification', '*');
     ELSE
       PERFORM pg_notify('amanah_notification', officer_id::text) FROM (SELECT DISTINCT officer_id FROM told) who;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER announce AFTER INSERT ON notification REFERENCING NEW TABLE AS told
   FOR EACH STATEMENT EXECUTE FUNCTION announce_notification()`,
];

/** How notifications reach people: live in the app, and by mail as each of them has set. */
export class NotificationChannels1700000000031 implements MigrationInterface {
  name = 'NotificationChannels1700000000031';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
