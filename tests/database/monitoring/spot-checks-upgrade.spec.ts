import { SpotCheckRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

test('a database of before has no spot checks, and takes them', () =>
  upgraded('SpotChecks1800006000000', [], async ({ manager }) => {
    expect(await new SpotCheckRepository(manager).list(['ID'], {}, { limit: 10 })).toEqual([]);
  }));
