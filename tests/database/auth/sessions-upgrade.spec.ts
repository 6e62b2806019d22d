import { SessionRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const A_SESSION = `
  with person as (insert into officer (username, full_name, password_hash) values ('ani', 'Ani', '-') returning id)
  insert into session (token_hash, officer_id, kind, expires_at)
  select 'secret'::bytea, id, 'web', now() + interval '20 minutes' from person`;
const ATTEMPTS = `insert into sign_in_attempt (key, window_started_at, failures) values ('account:ani', now(), 3)`;

test('who is signed in stays so, and not for ever; what was counted still counts', () =>
  upgraded('Attempts', [A_SESSION, ATTEMPTS], async (database) => {
    const sessions = new SessionRepository(database.manager);
    const secret = Buffer.from('secret');
    expect(await sessions.actorOf(secret, 'web', 30)).toMatchObject({ username: 'ani' });
    expect(await database.query(`select ends_at <= now() + interval '12 hours' as ends from session`)).toEqual([
      { ends: true },
    ]);
    await database.query(`update session set ends_at = now()`);
    expect(await sessions.actorOf(secret, 'web', 30)).toBeUndefined();
    expect(await database.query('select key, count from attempt')).toEqual([{ key: 'account:ani', count: 3 }]);
  }));
