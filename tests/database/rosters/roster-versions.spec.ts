import { RosterRepository, RosterVersionRepository, type StagedRow } from '#persistence';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, aRow, KELURAHAN, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** Two versions of one list: the first is submitted before the second is loaded. */
async function versionsOf(before: readonly StagedRow[], after: readonly StagedRow[]) {
  const period = await aPeriod(database.manager);
  const fromId = await aRoster(database.source, period, before);
  await new RosterRepository(database.manager).setState(fromId, 'submitted');
  const toId = await aRoster(database.source, period, after);
  const versions = new RosterVersionRepository(database.manager);
  return {
    ...{ fromId, toId },
    list: () => versions.versions(toId),
    changes: (territories: string[], limit = 10, afterId?: string) =>
      versions.changes({ fromId, toId, territories, limit, afterId }),
    counts: (territories: string[]) => versions.changeCounts({ fromId, toId, territories }),
  };
}

test('versions are listed, and two of them compared by family and field', async () => {
  const [stays, leaves, moves, pays] = [aRow(1), aRow(2), aRow(3), aRow(4)];
  const { list, fromId, toId, changes, counts } = await versionsOf(
    [stays, leaves, moves, pays],
    [
      { ...stays, rowNumber: 9 },
      { ...moves, kelurahanCode: KELURAHAN[1], rtRw: '009/009' },
      { ...pays, accountHash: Buffer.from('another account'), kkHash: Buffer.from('another card') },
      aRow(5),
    ],
  );

  expect(await list()).toMatchObject([
    { id: toId, version: 2, state: 'draft', families: 4 },
    { id: fromId, version: 1, state: 'submitted', families: 4 },
  ]);
  expect(await counts(['ID'])).toEqual({ added: 1, removed: 1, changed: 2 });
  expect((await changes(['ID'])).map(({ change, fields }) => [change, ...fields])).toEqual([
    ['removed'],
    ['changed', 'kelurahan', 'rtRw'],
    ['changed', 'familyCard', 'account'],
    ['added'],
  ]);
});

test('a reader sees the changes of their territory, page by page', async () => {
  const { changes, counts } = await versionsOf(rowsFor(3), rowsFor(6));
  expect(await counts([KELURAHAN[0]])).toEqual({ added: 2, removed: 1, changed: 0 });
  const [first, second] = await changes(['32.75'], 2);
  expect([first?.change, second?.change]).toEqual(['removed', 'removed']);
  expect(await changes(['32.75'], 10, second?.id)).toHaveLength(7);
  expect(await changes([])).toEqual([]);
});

test('rows that are on no list are no change', async () => {
  const family = aRow(1);
  const { counts } = await versionsOf(
    [family],
    [{ ...family }, aRow(2, { state: 'invalid' }), aRow(3, { nikHash: null })],
  );
  expect(await counts(['ID'])).toEqual({ added: 0, removed: 0, changed: 0 });
});
