import { DoubtRepository, inTransaction, rowsOf } from '#persistence';
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
   select r.id, f.id, n, 'KPM-' || n, '32.75.02.1001', n::text::bytea, 's', 'valid', case n when 1 then 'matched' else 'dead' end
     from roster r join roster_file f on f.roster_id = r.id cross join generate_series(1, 2) n`,
];

test('a list of before has no questions until its workflow asks for them', () =>
  upgraded('FamilyDoubts', BEFORE, async (database) => {
    const [list] = await rowsOf<{ id: string }>(database.manager, 'select id from roster');
    const rosterId = list?.id ?? '';
    const doubts = new DoubtRepository(database.manager);
    expect(await doubts.waiting(rosterId)).toEqual({ families: 0, round: 1 });
    await inTransaction(database, (manager) =>
      new DoubtRepository(manager).open(rosterId, { listKinds: [], unusedMonths: 3 }),
    );
    expect(await doubts.waiting(rosterId)).toEqual({ families: 1, round: 1 });
  }));
