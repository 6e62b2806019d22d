import { StipendRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

test('a city that was never stated has nothing, and its months can be', () =>
  upgraded('StipendStatements', [], async ({ manager }) => {
    const stipends = new StipendRepository(manager);
    expect(await stipends.list(['ID'])).toEqual([]);
    expect(await stipends.facts('32.75', '2023-03')).toEqual([]);
  }));
