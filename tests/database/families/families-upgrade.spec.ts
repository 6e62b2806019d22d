import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const row = (roster: string, at: number, nik: string, kk: string, kelurahan: string): string => `
  insert into roster_row (roster_id, roster_file_id, row_number, kpm_code, kelurahan_code, nik_hash, nik_tail, kk_hash, sealed, state)
  select r.id, f.id, ${at}, 'KPM-${at}', '${kelurahan}', '${nik}', '${nik}', '${kk}', 's', 'valid'
    from roster r join roster_file f on f.roster_id = r.id join period p on p.id = r.period_id where p.code = '${roster}'`;

const list = (period: string, state: string): string => `
  with made as (insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
           select 'sembako', '${period}', '{${period}}', 'card', (select id from policy_version), 'open', '2023-03-06', (select id from officer) returning id),
  listed as (insert into roster (period_id, city_code, version, state, created_at)
             select id, '32.75', 1, '${state}', '${period}-01' from made returning id)
  insert into roster_file (roster_id, purpose, name, sha256, size_bytes, state, uploaded_by, started_at)
  select id, 'roster', 'a.csv', '${period}', 1, 'done', (select id from officer), now() from listed`;

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, 'hash', '[]', now())`,
  list('2023-01', 'endorsed'),
  list('2023-03', 'submitted'),
  list('2023-05', 'draft'),
  row('2023-03', 1, 'a', 'k1', '32.75.02.1002'),
  row('2023-03', 2, 'c', 'k2', '32.75.02.1001'),
  row('2023-01', 1, 'a', 'k1', '32.75.02.1001'),
  row('2023-01', 2, 'b', 'k2', '32.75.02.1001'),
  row('2023-05', 1, 'd', 'k4', '32.75.02.1001'),
];

test('families of the lists that were sent are known, in the order in which the lists came', () =>
  upgraded('Families', BEFORE, async ({ manager }) => {
    expect(
      await rowsOf(
        manager,
        `select f.nik_tail as head, f.territory_code as place, count(*)::int as lists,
                (select string_agg(event, ',' order by e.id) from family_event e where e.family_id = f.id) as events
           from family f join family_listing l on l.family_id = f.id group by f.id order by f.id`,
      ),
    ).toEqual([
      { head: 'a', place: '32.75.02.1002', lists: 2, events: null },
      { head: 'c', place: '32.75.02.1001', lists: 2, events: 'head_changed' },
    ]);
  }));
