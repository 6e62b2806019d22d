import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose place a payment takes, and to which new account it goes, is what was signed, too: the application never changes it. */
export class ReissuedStays1800000920000 implements MigrationInterface {
  name = 'ReissuedStays1800000920000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger decreed_stays on entitlement');
    await queryRunner.query(
      `create trigger decreed_stays before update of period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose,
           nik_hash, account_hash, amount_rupiah, end_to_end_id, reissues_id, payee_sealed on entitlement
         for each statement execute function refuse_change()`,
    );
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
