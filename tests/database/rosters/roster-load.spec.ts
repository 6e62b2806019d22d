import { inTransaction, RosterRepository, RosterRowRepository, rowsOf, type StagedRow } from '#persistence';
import { aPeriod } from '../../support/factories/periods.js';
import { aFile, aRoster, aRow, rowsFor, streamed } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const summaryOf = (rosterId: string) => new RosterRepository(database.manager).summary(rosterId);

const findingsOf = async (rosterId: string) =>
  (await new RosterRowRepository(database.manager).page({ rosterId, territories: ['ID'], limit: 10 })).map(
    ({ findings }) => findings,
  );

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
  expect(page.map(({ findings }) => findings)).toMatchObject([
    [],
    [],
    [{ code: 'NIK_DUPLICATE_IN_FILE', column: 'NIK', params: { firstRow: '1' } }],
    [{ code: 'NIK_DUPLICATE_ELSEWHERE', column: 'NIK', params: { where: 'roster.csv' } }],
    [],
  ]);
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

test('the same row once more is said to be the same, and a row of another sheet is named with it', async () => {
  const [first] = [aRow(1, { sheet: 'Jakasetia' })];
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), [
    first,
    { ...first, rowNumber: 2 },
    { ...first, rowNumber: 1, sheet: 'Jatiasih' },
    { ...aRow(2, { sheet: 'Jatiasih' }), nikHash: first.nikHash },
  ]);
  expect(await findingsOf(rosterId)).toEqual([
    [],
    [{ code: 'ROW_DUPLICATE', column: null, params: { firstRow: '1' } }],
    [{ code: 'ROW_DUPLICATE', column: null, params: { firstRow: 'Jakasetia!1' } }],
    [{ code: 'NIK_DUPLICATE_IN_FILE', column: 'NIK', params: { firstRow: 'Jakasetia!1' } }],
  ]);
});

test('of two families with one account the later is told, once, however many files follow', async () => {
  const period = await aPeriod(database.manager);
  const [first, second] = [aRow(1), aRow(2)];
  const rosterId = await aRoster(database.source, period, [first, { ...second, accountHash: first.accountHash }]);
  await aRoster(database.source, period, rowsFor(2));

  expect(await summaryOf(rosterId)).toMatchObject({ families: 4, valid: 3, warning: 1, duplicate: 0 });
  const [, shared] = await findingsOf(rosterId);
  expect(shared).toEqual([{ code: 'ACCOUNT_DUPLICATE', column: 'NOMOR REKENING', params: { firstRow: '1' } }]);
});

test('what is no account is shared by nobody', async () => {
  const findings = JSON.stringify([{ code: 'ACCOUNT_LENGTH', column: 'NOMOR REKENING', params: { characters: 9 } }]);
  const odd = { state: 'warning', findings, accountHash: Buffer.from('BELUM_ADA') };
  const rosterId = await aRoster(database.source, await aPeriod(database.manager), [aRow(1, odd), aRow(2, odd)]);
  for (const ofFamily of await findingsOf(rosterId)) expect(ofFamily).toEqual(JSON.parse(findings));
});

test('a family that another city lists in the same period is told on the later list, and stays on both', async () => {
  const period = await aPeriod(database.manager);
  const [family] = rowsFor(1);
  if (family === undefined) throw new Error('a row was made');
  const first = await aRoster(database.source, period, [family]);
  const second = await aRoster(database.source, { ...period, cityCode: '32.16' }, [{ ...family }, aRow(2)]);

  expect(await summaryOf(first)).toMatchObject({ valid: 1 });
  expect(await summaryOf(second)).toMatchObject({ valid: 1, warning: 1 });
  const [ofFamily] = await findingsOf(second);
  expect(ofFamily).toMatchObject([
    { code: 'NIK_DUPLICATE_ELSEWHERE', severity: 'warning', params: { where: '32.75' } },
  ]);
});

test('a family whose last verdict was that it is not eligible is told of, one that was found eligible since is not', async () => {
  const [moved, back] = [aRow(1), aRow(2)];
  const judge = (rosterId: string, verdict: string) =>
    rowsOf(
      database.manager,
      `update roster_row set verdict = $2, verdict_reason = case when $2 = 'ineligible' then 'moved' end,
              verdict_at = clock_timestamp() where roster_id = $1`,
      [rosterId, verdict],
    );
  const [one, two, now] = [
    await aPeriod(database.manager),
    await aPeriod(database.manager),
    await aPeriod(database.manager),
  ];
  await judge(await aRoster(database.source, one, [moved, back]), 'ineligible');
  await judge(await aRoster(database.source, two, [{ ...back }]), 'eligible');
  const rosterId = await aRoster(database.source, now, [{ ...moved }, { ...back }]);

  expect(await findingsOf(rosterId)).toEqual([
    [{ code: 'EXCLUDED_EARLIER', column: 'NIK', params: { reason: 'moved' } }],
    [],
  ]);
  expect(await summaryOf(rosterId)).toMatchObject({ valid: 1, warning: 1 });
});
