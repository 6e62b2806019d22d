import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where territories lie, for maps: given by a file, or joined from the outlines of their parts. */
export class TerritoryOutlines1803000000000 implements MigrationInterface {
  readonly name = 'TerritoryOutlines1803000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create table territory_outline (
         code text not null,
         polygons jsonb not null,
         content_hash text not null,
         is_derived boolean not null,
         constraint pk_territory_outline primary key (code))`,
    );
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
