import { AlertRepository, rowOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [`insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`];

test('a database of before has no rules, takes them, and wakes who looks', () =>
  upgraded('Alerts1800009200000', BEFORE, async ({ manager }) => {
    const alerts = new AlertRepository(manager);
    expect(await alerts.rules()).toEqual([]);
    const { id = '' } = (await rowOf<{ id: string }>(manager, 'select id from officer')) ?? {};
    const rule = { kind: 'old_breaks', territoryCode: 'ID', level: 'city', limit: 14, daysLeft: null } as const;
    await alerts.add({ ...rule, role: 'programme_officer' }, id);
    expect(await alerts.rules()).toMatchObject([rule]);
    const woken = await rowOf(manager, `select 1 from outbox where workflow_id = 'diary:alerts'`);
    expect(woken).toBeDefined();
  }));
