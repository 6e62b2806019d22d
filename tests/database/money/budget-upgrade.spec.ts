import { BudgetRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const AN_ALLOCATION = `
  with maker as (insert into officer (username, full_name, password_hash) values ('p', 'P', '-') returning id),
  rules as (insert into policy_version (programme, version, content_hash, parameters, loaded_at)
                 values ('sembako', 1, 'hash', '[]', now()) returning id),
  made as (insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
           select 'sembako', '2023-03', '{2023-03,2023-04}', 'card', rules.id, 'open', '2023-03-06', maker.id
             from rules, maker returning id),
  moved as (insert into ledger_transaction (key, kind, period_id, city_code, posted_at)
            select 'allocation:1', 'allocation', id, '32.75', now() from made returning id)
  insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
  select id, account, '32.75', sign * 10, sign * 4000000
    from moved, (values ('appropriation', -1), ('unallocated', 1)) v(account, sign)`;

test('what was allocated before budgets were kept counts against the first that is entered', () =>
  upgraded('Budget', [AN_ALLOCATION], async ({ manager }) => {
    expect(await new BudgetRepository(manager).years('sembako')).toEqual([
      { programme: 'sembako', year: 2023, ceilingRupiah: null, committedRupiah: '4000000' },
    ]);
  }));
