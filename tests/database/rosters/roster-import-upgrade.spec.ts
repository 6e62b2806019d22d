import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const FINDINGS = JSON.stringify([
  { code: 'NOMINAL_AMOUNT', column: 'NOMINAL', params: { expectedRupiah: '400000' } },
  { code: 'ACCOUNT_FORMAT', column: 'NOMOR REKENING', params: { characters: 9 } },
  { code: 'NIK_DUPLICATE', column: 'NIK', params: { row: 7 } },
]);

const A_ROW = `
  with person as (insert into officer (username, full_name, password_hash) values ('a', 'Made-up', '-') returning id
  ), policy as (
    insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, '-', '[]', now()) returning id
  ), made as (
    insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
    select 'sembako', '2023-03', '{2023-03}', 'card', policy.id, 'open', '2023-03-01', person.id from policy, person returning id
  ), list as (
    insert into roster (period_id, city_code, version, state, created_at) select id, '32.75', 1, 'draft', now() from made returning id
  ), source as (insert into roster_file (roster_id, purpose, name, sha256, size_bytes, state, uploaded_by, started_at)
             select list.id, 'roster', 'roster.csv', '00', 1, 'done', person.id, now() from list, person returning id, roster_id)
  insert into roster_row (roster_id, roster_file_id, row_number, sealed, state, findings)
  select roster_id, id, 9, '', 'duplicate', '${FINDINGS}' from source`;

test('a list of before keeps its rows, and its findings speak in today’s codes', () =>
  upgraded('RosterImport', [A_ROW], async ({ manager }) => {
    const rows = await rowsOf(manager, 'select sheet, row_digest as "rowDigest", findings from roster_row');
    expect(rows).toEqual([
      {
        ...{ sheet: '', rowDigest: null },
        findings: [
          { code: 'AMOUNT_NOT_BENEFIT', column: 'NOMINAL', params: { expectedRupiah: '400000' } },
          { code: 'ACCOUNT_LENGTH', column: 'NOMOR REKENING', params: { characters: 9 } },
          { code: 'NIK_DUPLICATE_IN_FILE', column: 'NIK', params: { firstRow: 7 } },
        ],
      },
    ]);
  }));
