import { PasskeyRepository, rowOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const ANI = `insert into officer (username, full_name, password_hash) values ('ani', 'Ani', 'hash')`;

test('officers stay as they are, and a passkey counts on and never back', () =>
  upgraded('Passkeys', [ANI], async ({ manager }) => {
    const ani = await rowOf<{ id: string }>(manager, `select id from officer where username = 'ani'`);
    const officerId = ani?.id ?? '';
    const passkeys = new PasskeyRepository(manager);
    const made = {
      officerId,
      credentialId: 'abc',
      publicKey: Buffer.from('k'),
      counter: 3,
      transports: [],
      name: 'HP',
    };
    expect(await passkeys.add(made)).toBe(true);
    expect(await passkeys.add(made)).toBe(false);
    const [{ id } = { id: '' }] = await passkeys.of(officerId);
    expect([await passkeys.use(id, 4), await passkeys.use(id, 4), await passkeys.use(id, 2)]).toEqual([
      true,
      false,
      false,
    ]);
    await passkeys.challenge(officerId, 'proof', 'once');
    expect(await passkeys.takeChallenge(officerId, 'proof')).toBe('once');
    expect(await passkeys.takeChallenge(officerId, 'proof')).toBeUndefined();
  }));
