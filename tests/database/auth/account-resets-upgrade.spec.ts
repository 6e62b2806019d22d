import { AccountResetRepository, rowOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const OFFICERS = `insert into officer (username, full_name, password_hash) values
  ('ani', 'Ani', 'hash'), ('budi', 'Budi', 'hash'), ('cici', 'Cici', 'hash')`;

test('accounts stay as they are, and a way back into one can be asked for and confirmed', () =>
  upgraded('AccountResets', [OFFICERS], async ({ manager }) => {
    const ids = await rowOf<{ ani: string; budi: string; cici: string }>(
      manager,
      `select max(id::text) filter (where username = 'ani') as ani, max(id::text) filter (where username = 'budi') as budi,
              max(id::text) filter (where username = 'cici') as cici from officer where password_hash = 'hash'`,
    );
    if (ids === undefined) throw new Error('the officers are there');
    const resets = new AccountResetRepository(manager);
    const wanted = { officerId: ids.ani, lost: 'both', reason: 'Ponsel hilang', dueOn: '2999-01-01' } as const;
    const id = await resets.propose({ ...wanted, proposedBy: ids.budi });
    await resets.decide(id ?? '', 'confirmed', ids.cici, null);
    expect(await resets.use(ids.ani)).toEqual({ id, proposedBy: ids.budi, decidedBy: ids.cici });
  }));
