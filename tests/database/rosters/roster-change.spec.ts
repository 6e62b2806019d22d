import { IdentityMatchRepository, inTransaction, RosterRepository, RosterRowRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aFile, aRoster, aRow, KELURAHAN, rowsFor, streamed } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const summaryOf = (rosterId: string) => new RosterRepository(database.manager).summary(rosterId);

test('a file taken out again gives its families’ places to those it had made duplicates', async () => {
  const period = await aPeriod(database.manager);
  const [family] = rowsFor(1);
  if (family === undefined) throw new Error('a row was made');
  const rosterId = await aRoster(database.source, period, [family]);
  const [wrongFile] = await new RosterRepository(database.manager).files(rosterId);
  const [warned] = [aRow(2, { state: 'warning', findings: '[{"code":"RT_RW_BLANK","column":"RT","params":{}}]' })];
  await aRoster(database.source, period, [{ ...family }, { ...warned, nikHash: family.nikHash }, aRow(3)]);
  expect(await summaryOf(rosterId)).toMatchObject({ families: 4, valid: 2, duplicate: 2 });

  await inTransaction(database.source, (manager) =>
    new RosterRepository(manager).dropFile(rosterId, wrongFile?.id ?? ''),
  );

  expect(await summaryOf(rosterId)).toMatchObject({ families: 3, valid: 2, warning: 0, duplicate: 1 });
});

test('the match result freezes whoever it does not name', async () => {
  const rows = rowsFor(4);
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), rows);
  const fileId = await aFile(database.source, rosterId);
  const results = rows.slice(0, 3).map(({ nikHash }, index) => ({
    nikHash: nikHash ?? Buffer.alloc(0),
    result: ['matched', 'dead', 'matched'][index] ?? '',
    sealed: null,
  }));
  await inTransaction(database.source, (manager) =>
    new IdentityMatchRepository(manager).apply(rosterId, fileId, streamed(results)),
  );
  expect((await summaryOf(rosterId)).matchResults).toEqual({ matched: 2, dead: 1, absent: 1 });
});

test('a part of the match changes only whom it names, and says whom it did not find', async () => {
  const rows = rowsFor(6);
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), rows);
  const rosters = new RosterRepository(database.manager);
  const apply = async (results: readonly (readonly [Buffer | null | undefined, string])[]) => {
    const fileId = await aFile(database.source, rosterId);
    const lines = results.map(([nikHash, result]) => ({ nikHash: nikHash ?? Buffer.alloc(16), result, sealed: null }));
    await inTransaction(database.source, (manager) =>
      new IdentityMatchRepository(manager).apply(rosterId, fileId, streamed(lines)),
    );
    const { notes, rowsRead } = await rosters.file(fileId);
    return { notes: notes.map(({ code, params }) => [code, params['number']]), rowsRead };
  };
  const matched = (from: number, to: number) =>
    rows.slice(from, to).map(({ nikHash }) => [nikHash, 'matched'] as const);

  expect(await apply(matched(0, 3))).toEqual({ notes: [['FAMILIES_WITHOUT_ANSWER', 3]], rowsRead: 3 });
  expect(await apply([...matched(3, 6), [undefined, 'matched']])).toEqual({
    ...{ notes: [['ANSWERS_WITHOUT_FAMILY', 1]], rowsRead: 4 },
  });
  expect(await apply([[rows[1]?.nikHash, 'dead']])).toEqual({ notes: [], rowsRead: 1 });
  expect((await summaryOf(rosterId)).matchResults).toEqual({ matched: 5, dead: 1 });
});

test('answers are counted for families on the list, not for rows that were left out of it', async () => {
  const [family] = rowsFor(1);
  if (family === undefined) throw new Error('a row was made');
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), [
    family,
    { ...family, rowNumber: 2 },
  ]);
  const fileId = await aFile(database.source, rosterId);
  const answer = { nikHash: family.nikHash ?? Buffer.alloc(0), result: 'dead', sealed: null };
  await inTransaction(database.source, (manager) =>
    new IdentityMatchRepository(manager).apply(rosterId, fileId, streamed([answer])),
  );
  expect((await summaryOf(rosterId)).matchResults).toEqual({ dead: 1 });
  const rows = new RosterRowRepository(database.manager);
  expect(await rows.page({ rosterId, territories: ['ID'], matchResult: 'dead', limit: 10 })).toHaveLength(1);
});

test('verdicts reach only the families of their kelurahan and roster', async () => {
  const period = await aPeriod(database.manager);
  const rosterId = await aRoster(database.source, period, rowsFor(6));
  const { officerId } = await anOfficer(database.manager, 'kelurahan_operator');
  const rows = new RosterRowRepository(database.manager);
  const all = await rows.page({ rosterId, territories: ['ID'], limit: 10 });
  const verdicts = all.map(({ id }) => ({ rowId: id, verdict: 'eligible' as const }));

  await expect(rows.setVerdicts(rosterId, KELURAHAN[0], officerId, verdicts)).resolves.toBe(2);
  const after = await rows.page({ rosterId, territories: ['ID'], limit: 10 });
  for (const { kelurahanCode, verdict } of after)
    expect(verdict).toBe(kelurahanCode === KELURAHAN[0] ? 'eligible' : null);
});

test('the list’s hash moves with every verdict and with nothing else', async () => {
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), rowsFor(6));
  const { officerId } = await anOfficer(database.manager, 'kelurahan_operator');
  const rows = new RosterRowRepository(database.manager);
  const [before, other] = [await rows.listHash(rosterId, KELURAHAN[0]), await rows.listHash(rosterId, KELURAHAN[1])];
  const [row] = await rows.page({ rosterId, territories: [KELURAHAN[0]], limit: 1 });

  await rows.setVerdicts(rosterId, KELURAHAN[0], officerId, [{ rowId: row?.id ?? '', verdict: 'eligible' }]);
  expect(await rows.listHash(rosterId, KELURAHAN[0])).not.toBe(before);
  expect(await rows.listHash(rosterId, KELURAHAN[1])).toBe(other);
  await rows.setVerdicts(rosterId, KELURAHAN[0], officerId, [{ rowId: row?.id ?? '', verdict: null }]);
  expect(await rows.listHash(rosterId, KELURAHAN[0])).toBe(before);
});

test('no territory, no rows; a kelurahan sees its own and a city those without a kelurahan, too', async () => {
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), [
    ...rowsFor(6),
    aRow(7, { kelurahanCode: null }),
  ]);
  const seen = async (territories: string[]) =>
    (await new RosterRowRepository(database.manager).page({ rosterId, territories, limit: 50 })).length;

  await expect(seen([])).resolves.toBe(0);
  await expect(seen(['31'])).resolves.toBe(0);
  await expect(seen(['32.7'])).resolves.toBe(0);
  await expect(seen([KELURAHAN[0]])).resolves.toBe(2);
  await expect(seen(['32.75.02'])).resolves.toBe(4);
  await expect(seen(['32.75'])).resolves.toBe(7);
});
