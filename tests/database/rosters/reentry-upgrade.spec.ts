import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into family (id, nik_hash, territory_code, since) values (10000001, 'n', '32.75.02.1001', now())`,
  `insert into family_paper (family_id, name, media_type, sha256, size_bytes, sealed, added_by, added_at)
   select 10000001, 'a.pdf', 'application/pdf', 'sha', 1, 's', id, now() from officer`,
  `insert into family_change (family_id, territory_code, field, sealed, content_hash, reason, paper_id, state, due_on, proposed_by, proposed_at)
   select 10000001, '32.75.02.1001', 'name', 's', 'h', 'r', p.id, 'proposed', '2023-03-20', o.id, now() from family_paper p, officer o`,
];

test('changes of before wait as they did, and a re-entry may be proposed beside them', () =>
  upgraded('SignedReentry', BEFORE, async ({ manager }) => {
    await rowsOf(
      manager,
      `insert into family_change (family_id, territory_code, field, sealed, content_hash, reason, paper_id, state, due_on, proposed_by, proposed_at)
       select 10000001, '32.75.02.1001', 'reentry', 's', 'h', 'r', p.id, 'proposed', '2023-03-20', o.id, now() from family_paper p, officer o`,
    );
    const fields = await rowsOf<{ field: string }>(
      manager,
      `select field from family_change where state = 'proposed' order by 1`,
    );
    expect(fields.map(({ field }) => field)).toEqual(['name', 'reentry']);
  }));
