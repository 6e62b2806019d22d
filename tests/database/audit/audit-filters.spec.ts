import { AuditRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { planOf } from '../../support/factories/query-plan.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { upgraded } from '../../support/servers/earlier-database.js';

const database = useDatabase();
const MANY = 60_000;

test('an officer, a kind of act and a day are each found by an index among many rows', async () => {
  const [busy, rare] = [await anOfficer(database.manager, 'ppk'), await anOfficer(database.manager, 'kpa')];
  await database.manager.query('update officer set username = $2 where id = $1', [rare.officerId, 'rare.officer']);
  await database.manager.query(
    `insert into audit_entry (officer_id, action, subject_type, subject_id, occurred_at)
     select case when n % 3000 = 0 then $1::uuid else $2::uuid end, case when n % 5000 = 0 then 'person.traced' else 'task.approved' end,
            'task', n::text, timestamptz '2020-01-01' + n * interval '1 hour' from generate_series(1, $3::int) n`,
    [rare.officerId, busy.officerId, MANY],
  );
  await database.asOwner((manager) => manager.query('vacuum analyze audit_entry'));
  const plan = (filter: Partial<Parameters<AuditRepository['page']>[0]>) =>
    planOf(database.manager, (manager) => new AuditRepository(manager).page({ limit: 100, ...filter }));
  expect(await plan({ officer: 'rare.officer' })).toContain('ix_audit_officer');
  expect(await plan({ action: 'person.traced' })).toContain('ix_audit_action');
  const day = { from: new Date('2020-06-01'), until: new Date('2020-06-02') };
  expect(await plan(day)).toContain('ix_audit_day');
  expect(await new AuditRepository(database.manager).page({ limit: 100, ...day })).toHaveLength(24);
  for (const filter of [{}, { officer: 'rare.officer' }, day])
    expect(await plan(filter)).not.toContain('Seq Scan on audit_entry');
});

test('a trail from before is found by the new ways', () =>
  upgraded(
    'AuditFilters',
    [`insert into audit_entry (action, subject_type, subject_id, occurred_at) values ('earlier', 'spec', '1', now())`],
    async ({ manager }) => {
      expect(await new AuditRepository(manager).page({ action: 'earlier', limit: 5 })).toHaveLength(1);
    },
  ));
