import { rowsOf } from '#persistence';
import { upgraded } from '../../../support/servers/earlier-database.js';

test('a database of before has no cards, and takes them', () =>
  upgraded('Cards1802000000000', [], async ({ manager }) => {
    for (const table of ['card', 'card_word', 'card_file', 'card_finding', 'card_case']) {
      expect(await rowsOf(manager, `select from ${table}`)).toEqual([]);
    }
  }));
