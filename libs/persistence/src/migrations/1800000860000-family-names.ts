import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Families are found by name: the words of it as keyed buckets of twelve bits. Filled by the worker and by `prepare`, who have the keys. */
const UP = [
  `create table family_name (
     family_id bigint not null,
     keys smallint[] not null,
     constraint pk_family_name primary key (family_id),
     constraint fk_family_name_family_id foreign key (family_id) references family(id))`,
  `create index ix_family_name_keys on family_name using gin (keys)`,
  `create trigger rows_stay before delete or truncate on family_name
     for each statement execute function refuse_change()`,
];

export class FamilyNames1800000860000 implements MigrationInterface {
  name = 'FamilyNames1800000860000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
