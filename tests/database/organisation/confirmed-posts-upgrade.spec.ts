import { CandidateRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const A_POST = `
  with person as (insert into officer (username, full_name, password_hash) values ('ppk', 'PPK', '-') returning id),
  place as (insert into office (name, level, territory_code) values ('Kementerian Sosial', 'nation', 'ID') returning id)
  insert into appointment (officer_id, office_id, role, valid_from)
  select person.id, place.id, 'ppk', '2020-01-01' from person, place`;

test('posts that were held before they needed a second person stay held', () =>
  upgraded('ConfirmedPosts', [A_POST], async ({ manager }) => {
    expect(await new CandidateRepository(manager).holdersOf(['ppk'], 'ID')).toHaveLength(1);
  }));
