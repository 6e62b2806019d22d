import { QuotaChangeRepository, rowOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const A_PERIOD = `
  with maker as (insert into officer (username, full_name, password_hash) values ('p', 'P', '-') returning id),
  rules as (insert into policy_version (programme, version, content_hash, parameters, loaded_at)
                 values ('sembako', 1, 'hash', '[]', now()) returning id),
  made as (insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
           select 'sembako', '2023-03', '{2023-03,2023-04}', 'card', rules.id, 'open', '2023-03-06', maker.id
             from rules, maker returning id)
  insert into allocation (period_id, city_code, quota_families, rupiah_per_family, amount_rupiah)
  select id, '32.75', 10, 400000, 4000000 from made`;

test('the quotas of a running period stay as they were, and can be changed from then on', () =>
  upgraded('QuotaChanges1805000000000', [A_PERIOD], async ({ manager }) => {
    const period = await rowOf<{ id: string }>(manager, 'select id from period', []);
    const changes = new QuotaChangeRepository(manager);
    expect(await changes.list(period?.id ?? '')).toEqual([]);
    const quotas = `select quota_families as quota from allocation`;
    expect(await rowOf(manager, quotas, [])).toEqual({ quota: 10 });
  }));
