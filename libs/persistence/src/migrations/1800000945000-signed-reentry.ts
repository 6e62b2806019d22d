import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was taken out in an earlier period comes back by a change of its record that two people sign, and is a question on every list until then. */
const UP = [
  `alter table family_change drop constraint family_change_field,
     add constraint family_change_field check (field in ('name', 'address', 'phone', 'head', 'reentry'))`,
  `alter table family_doubt drop constraint family_doubt_kind,
     add constraint family_doubt_kind check (kind in ('identity', 'listed', 'excluded'))`,
  // Nobody clears it at the desk: it ends with the signed change.
  `alter table family_doubt add constraint family_doubt_reentry check (kind <> 'excluded' or decision is distinct from 'cleared')`,
];

export class SignedReentry1800000945000 implements MigrationInterface {
  name = 'SignedReentry1800000945000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
