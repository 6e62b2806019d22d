import { databaseAddresses } from './database-addresses.js';

const EMBEDDED = 'postgresql://amanah:made-up@127.0.0.1:54329/amanah';
const MINE = 'postgresql://me:mine@db.example:5432/aid';
const ITS = 'postgresql://aid_app:its@db.example:5432/aid';

describe('who signs in to the database, and as whom', () => {
  it.each([
    ['the embedded server', {}, EMBEDDED, 'postgresql://amanah_app:pw@127.0.0.1:54329/amanah'],
    ["one address, the owner's", { DATABASE_URL: MINE }, MINE, 'postgresql://amanah_app:pw@db.example:5432/aid'],
    ['the same, by its name', { DATABASE_OWNER_URL: MINE }, MINE, 'postgresql://amanah_app:pw@db.example:5432/aid'],
    ['both', { DATABASE_OWNER_URL: MINE, DATABASE_URL: ITS }, MINE, ITS],
  ])('%s', (_case, env, owner, application) => {
    expect(databaseAddresses(env, EMBEDDED, 'pw')).toEqual({ owner, application });
  });
});
