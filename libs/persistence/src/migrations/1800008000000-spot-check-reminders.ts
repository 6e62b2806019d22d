import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever drew a spot check, and their head, are reminded of it once its day has passed. */
export class SpotCheckReminders1800008000000 implements MigrationInterface {
  readonly name = 'SpotCheckReminders1800008000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create trigger tell_diary after insert on spot_check for each statement execute function tell_diary('monitoring')`,
    );
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
