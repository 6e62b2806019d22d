import { SessionRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const A_SESSION = `
  with person as (insert into officer (username, full_name, password_hash) values ('ani', 'Ani', '-') returning id)
  insert into session (token_hash, officer_id, kind, expires_at, ends_at, address, client)
  select 'secret'::bytea, id, 'web', now() + interval '20 minutes', now() + interval '12 hours', '127.0.0.1', 'a browser' from person`;

test('who is signed in stays so, without a second factor and without a proof', () =>
  upgraded('SecondFactor', [A_SESSION], async (database) => {
    const actor = await new SessionRepository(database.manager).actorOf(Buffer.from('secret'), 'web', 30);
    expect(actor).toMatchObject({ username: 'ani', hasSecondFactor: false, isProved: false });
  }));
