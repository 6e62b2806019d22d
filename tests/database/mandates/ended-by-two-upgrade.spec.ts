import { upgraded } from '../../support/servers/earlier-database.js';

const ENDED_BY_ONE = `
  with person as (insert into officer (username, full_name, password_hash) values ('ani', 'Ani', '-') returning id)
  insert into freeze_period (name, reason, territory_code, actions, valid_from, valid_to, created_by, created_at, ended_by, ended_at)
  select 'Pemilu', 'Masa tenang', 'ID', '{closing.ratify}', current_date, current_date, id, now(), id, now() from person`;

test('what one officer ended before stays ended; from now on it takes two', () =>
  upgraded('EndedByTwo', [ENDED_BY_ONE], async (database) => {
    expect(await database.query('select ended_at is not null as ended, end_proposed_by from freeze_period')).toEqual([
      { ended: true, end_proposed_by: null },
    ]);
    const again = `insert into freeze_period (name, reason, territory_code, actions, valid_from, valid_to, created_by, created_at, ended_by, ended_at)
      select name, reason, territory_code, actions, valid_from, valid_to, created_by, created_at, ended_by, ended_at from freeze_period`;
    await expect(database.query(again)).rejects.toThrow('freeze_period_ended_by_two');
  }));
