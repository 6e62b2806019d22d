import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROSTER_COLUMNS } from '#domain';
import fc from 'fast-check';
import { loadCityRegions } from './city-regions.js';
import { checkRoster } from './roster-check.js';
import { generateRows } from './sample/generate.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'order-'))));
afterAll(() => rm(dir, { recursive: true }));

/** A list with every hazard of the sample; its duplicates aside, because which of two comes first is a matter of order. */
const LINES = [...generateRows({ families: 400, seed: 3, regions: loadCityRegions('32.75') }, 'csv')]
  .filter(({ hazard }) => hazard !== 'NIK_DUPLICATE_IN_FILE')
  .map(({ record }) =>
    ROSTER_COLUMNS.map((column) => {
      const value = record[column];
      return typeof value === 'object' ? `=${value.formula}` : String(value);
    }),
  );

async function verdictsOf(columns: readonly number[], rows: readonly number[]) {
  const path = join(dir, 'list.csv');
  const header = columns.map((column) => ROSTER_COLUMNS[column] ?? '');
  const lines = rows.map((row) => columns.map((column) => LINES[row]?.[column] ?? ''));
  await writeFile(path, [header, ...lines].map((line) => line.join(';')).join('\r\n'));
  const { valid, warning, invalid, duplicate, codes, issues } = await checkRoster(path, '32.75', '2023-03-01');
  const found = issues.map(({ row, column, code }) => `${rows[(row ?? 0) - 2] ?? ''} ${column ?? ''} ${code}`);
  return { valid, warning, invalid, duplicate, codes, found: found.sort() };
}

const indexes = (length: number): number[] => Array.from({ length }, (_, index) => index);

test('rows and columns in any order have the same verdicts', async () => {
  const columns = indexes(ROSTER_COLUMNS.length);
  const rows = indexes(LINES.length);
  const expected = await verdictsOf(columns, rows);
  expect(Object.keys(expected.codes).length).toBeGreaterThan(5);
  const anyOrder = (all: number[]) => fc.shuffledSubarray(all, { minLength: all.length });
  await fc.assert(
    fc.asyncProperty(anyOrder(columns), anyOrder(rows), async (someColumns, someRows) => {
      expect(await verdictsOf(someColumns, someRows)).toEqual(expected);
    }),
    { numRuns: 10 },
  );
}, 30_000);
