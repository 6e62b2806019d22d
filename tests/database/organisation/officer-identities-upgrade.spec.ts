import { IdentityRepository, rowOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [`insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`];

test('officers of before have no account at a provider, and get one each; an ended one makes place', () =>
  upgraded('OfficerIdentities1800009100000', BEFORE, async ({ manager }) => {
    const identities = new IdentityRepository(manager);
    const { id = '' } = (await rowOf<{ id: string }>(manager, 'select id from officer')) ?? {};
    const account = { issuer: 'https://masuk.example.go.id', subject: '1' };
    expect(await identities.use(account)).toBeUndefined();
    expect(await identities.link(id, account)).toBe(true);
    expect(await identities.use(account)).toBe(id);
    expect(await identities.link(id, { ...account, subject: '2' })).toBe(false);
    await identities.endAll(id);
    expect(await identities.use(account)).toBeUndefined();
    expect(await identities.link(id, { ...account, subject: '2' })).toBe(true);
  }));
