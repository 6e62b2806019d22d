import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A family that has left its aid unused for months, and whom nobody has looked after, is a question before it is paid again. */
const UP = [
  `alter table family_doubt add column unused_months integer`,
  `alter table family_doubt drop constraint family_doubt_kind,
     add constraint family_doubt_kind check (kind in ('identity', 'listed', 'excluded', 'unused'))`,
  `alter table family_doubt add constraint family_doubt_unused_months check ((kind = 'unused') = (unused_months is not null))`,
  // Aid is taken from a family by its case, which it may object to, and not at this desk.
  `alter table family_doubt add constraint family_doubt_unused check (kind <> 'unused' or decision is distinct from 'excluded')`,
];

export class UnusedInARow1805000100000 implements MigrationInterface {
  readonly name = 'UnusedInARow1805000100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
