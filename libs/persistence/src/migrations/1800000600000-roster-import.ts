import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of findings that got another name, so that lists of before speak in today's sentences. */
const RENAMED = [
  ['ACCOUNT_FORMAT', 'ACCOUNT_LENGTH'],
  ['KELURAHAN_UNKNOWN', 'TERRITORY_UNKNOWN'],
  ['NIK_BIRTHDATE_MISMATCH', 'BIRTHDATE_NIK_MISMATCH'],
  ['NOMINAL_AMOUNT', 'AMOUNT_NOT_BENEFIT'],
  ['NOMINAL_FORMULA', 'AMOUNT_FORMULA'],
  ['NIK_DUPLICATE', 'NIK_DUPLICATE_IN_FILE'],
];

/**
 * A workbook has several sheets with rows of the same number; the same row twice is known by a digest of it; a file
 * keeps what was told of it as a whole. Rows of before have neither sheet nor digest: they were all of one sheet.
 */
const UP = [
  `alter table roster_row add column sheet text not null default ''`,
  `alter table roster_row add column row_digest int`,
  `alter table roster_row drop constraint uq_roster_row`,
  `alter table roster_row add constraint uq_roster_row unique (roster_file_id, sheet, row_number)`,
  `alter table roster_file add column notes jsonb not null default '[]'`,
  ...RENAMED.map(
    ([before, after]) =>
      `update roster_row set findings = replace(findings::text, '"${before}"', '"${after}"')::jsonb
        where findings @> '[{"code": "${before}"}]'`,
  ),
  `update roster_row set findings = replace(findings::text, '"params": {"row"', '"params": {"firstRow"')::jsonb
    where findings @> '[{"code": "NIK_DUPLICATE_IN_FILE"}]'`,
];

export class RosterImport1800000600000 implements MigrationInterface {
  name = 'RosterImport1800000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
