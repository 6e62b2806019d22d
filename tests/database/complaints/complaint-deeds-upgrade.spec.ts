import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into family (id, nik_hash, territory_code, since) values (10000001, 'n', '32.75.02.1001', now())`,
  `insert into family_paper (family_id, name, media_type, sha256, size_bytes, sealed, added_by, added_at)
   select f.id, 'surat.pdf', 'application/pdf', 'x', 1, 's', o.id, now() from family f, officer o`,
  `insert into family_change (family_id, territory_code, field, sealed, content_hash, reason, paper_id, state, due_on, proposed_by, proposed_at)
   select f.id, f.territory_code, 'name', 's', 'h', 'salah eja', p.id, 'proposed', '2023-03-20', o.id, now()
     from family f, family_paper p, officer o`,
];

test('a change of before keeps its paper and its guard, and one without paper or complaint is refused', () =>
  upgraded('ComplaintDeeds1800009000000', BEFORE, async ({ manager }) => {
    const kept = `select paper_id is not null as "hasPaper", complaint_id as complaint from family_change`;
    expect(await rowsOf(manager, kept)).toEqual([{ hasPaper: true, complaint: null }]);
    await expect(manager.query(`update family_change set reason = 'lain'`)).rejects.toThrow('not rewritten');
    await expect(
      manager.query(`insert into family_change (family_id, territory_code, field, sealed, content_hash, reason, state, due_on, proposed_by, proposed_at)
        select family_id, territory_code, 'phone', sealed, content_hash, reason, state, due_on, proposed_by, now() from family_change`),
    ).rejects.toThrow('family_change_source');
  }));
