import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, 'hash', '[]', now())`,
  `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
   select 'sembako', '2023-03', '{2023-03,2023-04}', 'card', (select id from policy_version), 'open', '2023-03-06', (select id from officer)`,
  `insert into roster (period_id, city_code, version, state, created_at) select id, '32.75', 1, 'submitted', now() from period`,
  `insert into roster_file (roster_id, purpose, name, sha256, size_bytes, state, uploaded_by, started_at)
   select id, 'roster', 'a.csv', 'sha', 1, 'done', (select id from officer), now() from roster`,
  `insert into roster_row (roster_id, roster_file_id, row_number, kpm_code, kelurahan_code, nik_hash, sealed, state, match_result)
   select r.id, f.id, 1, 'KPM-1', '32.75.02.1001', '1'::bytea, 's', 'valid', 'dead'
     from roster r join roster_file f on f.roster_id = r.id`,
  `insert into family_doubt (roster_id, roster_row_id, kind, basis, opened_at) select roster_id, id, 'identity', 'dead', now() from roster_row`,
];

test('questions that were open stay as they were, with no months', () =>
  upgraded('UnusedInARow1805000100000', BEFORE, async ({ manager }) => {
    expect(await rowsOf(manager, 'select kind, unused_months as months from family_doubt')).toEqual([
      { kind: 'identity', months: null },
    ]);
  }));
