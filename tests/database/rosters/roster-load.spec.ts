import { inTransaction, RosterRepository, RosterRowRepository, rowsOf, type StagedRow } from '#persistence';
import { aPeriod } from '../../support/factories/periods.js';
import { aFile, aRoster, aRow, rowsFor, streamed } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const summaryOf = (rosterId: string) => new RosterRepository(database.manager).summary(rosterId);

test('what a cell holds comes back as it was, whatever COPY thinks of it', async () => {
  const odd = ['a\\b', 'tab\there', 'line\nbreak', 'return\rhere', '\\N', '\\.', 'emoji 🏠', 'quote\'"', '\\\\x00', ''];
  const rosterId = await aRoster(
    database.source,
    await aPeriod(database.manager),
    odd.map((rtRw, index) => aRow(index + 1, { rtRw, sealed: Buffer.from(rtRw) })),
  );
  const rows = await rowsOf<{ rtRw: string; sealed: Buffer }>(
    database.manager,
    'select rt_rw as "rtRw", sealed from roster_row where roster_id = $1 order by row_number',
    [rosterId],
  );
  expect(rows.map(({ rtRw }) => rtRw)).toEqual(odd);
  expect(rows.map(({ sealed }) => sealed.toString())).toEqual(odd);
});

test('nothing is null that was not', async () => {
  const blank = { rtRw: null, nikHash: null, nikTail: null, kkHash: null, accountHash: null, kelurahanCode: null };
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), [aRow(1, blank), aRow(2)]);
  const [counts] = await rowsOf<{ nulls: number; rows: number }>(
    database.manager,
    'select count(*) filter (where rt_rw is null)::int as nulls, count(*)::int as rows from roster_row where roster_id = $1',
    [rosterId],
  );
  expect(counts).toEqual({ nulls: 1, rows: 2 });
});

test('a row that cannot be stored takes the whole file with it', async () => {
  const period = await aPeriod(database.manager);
  const rosterId = await new RosterRepository(database.manager).draft(period.periodId, period.cityCode);
  const fileId = await aFile(database.source, rosterId);
  const load = (rows: AsyncIterable<StagedRow>) =>
    inTransaction(database.source, (manager) => new RosterRepository(manager).loadRows(rosterId, fileId, rows));
  async function* breaksOff(): AsyncGenerator<StagedRow> {
    yield* streamed(rowsFor(3000));
    throw new Error('the file ends in the middle of a row');
  }

  await expect(load(streamed([...rowsFor(10), aRow(11, { findings: 'not json' })]))).rejects.toThrow(/json/);
  await expect(load(breaksOff())).rejects.toThrow('the file ends in the middle of a row');
  expect((await summaryOf(rosterId)).families).toBe(0);

  await load(streamed(rowsFor(3)));
  expect(await summaryOf(rosterId)).toMatchObject({ families: 3, valid: 3 });
});

test('a NIK that comes again is a duplicate, within a file and across files; the first one counts', async () => {
  const period = await aPeriod(database.manager);
  const [first, second] = rowsFor(2);
  if (first === undefined || second === undefined) throw new Error('two rows were made');
  const rosterId = await aRoster(database.source, period, [first, second, { ...aRow(3), nikHash: first.nikHash }]);
  await aRoster(database.source, period, [{ ...aRow(1), nikHash: second.nikHash }, aRow(2)]);

  expect(await summaryOf(rosterId)).toMatchObject({ families: 5, valid: 3, duplicate: 2 });
  const page = await new RosterRowRepository(database.manager).page({ rosterId, territories: ['ID'], limit: 10 });
  expect(page.map(({ state }) => state)).toEqual(['valid', 'valid', 'duplicate', 'duplicate', 'valid']);
  expect(page[2]?.findings).toEqual([{ code: 'NIK_DUPLICATE', column: 'NIK', params: { row: 1 } }]);
});

test('a family keeps its number when a second file is loaded, and no two share one', async () => {
  const period = await aPeriod(database.manager);
  const rosterId = await aRoster(database.source, period, rowsFor(3));
  await aRoster(database.source, period, rowsFor(2));

  const page = await new RosterRowRepository(database.manager).page({ rosterId, territories: ['ID'], limit: 10 });
  expect(page.map(({ kpmCode }) => kpmCode)).toEqual([1, 2, 3, 4, 5].map((number) => `KPM-00000${number}`));
});

test('a row that is invalid is not taken for the first of its NIK', async () => {
  const [good] = rowsFor(1);
  if (good === undefined) throw new Error('a row was made');
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), [
    { ...aRow(1, { state: 'invalid' }), nikHash: good.nikHash },
    { ...good, rowNumber: 2 },
  ]);
  expect(await summaryOf(rosterId)).toMatchObject({ valid: 1, invalid: 1, duplicate: 0 });
});
