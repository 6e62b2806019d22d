import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, 'hash', '[]', now())`,
  `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
   select 'sembako', '2023-03', array['2023-03'], 'card', (select id from policy_version), 'open', '2023-03-06', (select id from officer)`,
  `insert into roster (period_id, city_code, version, state, created_at) select id, '32.75', 1, 'endorsed', now() from period`,
  `insert into decree (period_id, city_code, version, roster_id, families, amount_rupiah, excluded, list_hash, state, created_at)
   select period_id, '32.75', 1, id, 1, 400000, '{}', 'hash', 'ratified', now() from roster`,
  `insert into payment_order (id, period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at, sent_at, file_sha256, channel)
   select id, period_id, '32.75', id, 'AMN-1', 1, 400000, 'hash', 'settled', now(), '2023-03-07', 'aa', 'card' from decree`,
  `insert into bank_file (order_id, name, kind, sha256, rows, summary, applied_at, state, attempt, said_at, refusal_code)
   select o.id, name, 'status', sha, 1, '{}', at::timestamptz, case when code is null then 'applied' else 'refused' end, 1, now(), code
     from payment_order o, (values ('AMN-1.status-1.pain002.xml', 'bb', '2023-03-08', 'BANK_FILE_INCOMPLETE'),
                                   ('AMN-1.status-1.pain002.xml', 'cc', '2023-03-09', null)) f(name, sha, at, code)`,
  `insert into bank_file (name, kind, sha256, rows, summary, applied_at, state, attempt, said_at, refusal_code)
   values ('x.txt', 'status', '', 0, '{}', '2023-03-10', 'refused', 1, now(), 'BANK_FILE_NAME')`,
  `insert into bank_arrival (name, size_bytes, modified_at, seen_at) values ('AMN-1.status-1.pain002.xml', 1, '2023-03-09', now())`,
  `insert into treasury_return (order_id, state, families, held_rupiah, list_hash, created_at, instructed_at, number)
   select id, 'sent', 1, 400000, 'hash', now(), day::timestamptz, number
     from payment_order, (values ('2023-06-11', 0), ('2023-05-01', 2)) r(day, number)`,
];

test('files that passed before are in the register, in the order in which they did', () =>
  upgraded('ExchangedFiles', BEFORE, async ({ manager }) => {
    const rows = await rowsOf(
      manager,
      `select direction, name, mailbox, kind, sha256, file_id is not null as "isTaken", is_repeat as "isRepeat"
         from exchanged_file order by id`,
    );
    const [came, went] = [
      { direction: 'in', isTaken: true, isRepeat: false },
      { direction: 'out', isTaken: false, isRepeat: false, mailbox: 'bank' },
    ];
    const answer = { ...came, name: 'AMN-1.status-1.pain002.xml', kind: 'status', mailbox: 'bank' };
    expect(rows).toEqual([
      { ...went, name: 'AMN-1.pain001.xml', kind: 'order', sha256: 'aa' },
      { ...answer, sha256: 'bb' },
      { ...answer, sha256: 'cc' },
      { ...came, name: 'x.txt', kind: 'unknown', mailbox: null, sha256: null },
      { ...went, name: 'RTN-1-E2.return.csv', kind: 'return_order', sha256: null },
      { ...went, name: 'RTN-1.return.csv', kind: 'return_order', sha256: null },
    ]);
  }));
