import { OfficerRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const PEOPLE = `insert into officer (username, full_name, password_hash)
  values ('ppk', 'a', 'one'), ('kpa', 'b', 'one'), ('ani', 'c', 'other'), ('budi', 'd', ''), ('cici', 'e', '')`;

test('the made-up people of an earlier sandbox are known by the hash they share; people of a programme are not', () =>
  upgraded('DemoOfficers', [PEOPLE], async (database) => {
    expect(await database.query('select username from officer where is_demo order by 1')).toEqual([
      { username: 'kpa' },
      { username: 'ppk' },
    ]);
    expect(await new OfficerRepository(database.manager).hasDemo()).toBe(true);
  }));
