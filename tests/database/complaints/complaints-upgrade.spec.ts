import { ComplaintRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

test('a database of before has no complaints, and takes them', () =>
  upgraded('Complaints1800002000000', [], async ({ manager }) => {
    const sight = { plain: ['ID'], restricted: ['ID'], leadership: [], overseen: ['ID'] };
    expect(await new ComplaintRepository(manager).list(sight, { states: ['received'] }, { limit: 10 })).toEqual([]);
  }));
