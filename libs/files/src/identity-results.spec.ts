import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from './csv/write-csv.js';
import { readIdentityResults, type IdentityResult } from './identity-results.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'identity-'))));
afterAll(() => rm(dir, { recursive: true }));

async function read(content: string): Promise<IdentityResult[]> {
  const path = join(dir, 'results.csv');
  await writeFile(path, content);
  const results: IdentityResult[] = [];
  for await (const result of readIdentityResults(path)) results.push(result);
  return results;
}
const HEADER = 'NIK,NKK,NAMA LENGKAP,HASIL,KETERANGAN';

it('reads the five answers', async () => {
  const lines = ['1', '2', '3', '4', '5'].map((code) => `3275014101800042,3275010101800001,SITI,${code},`);
  const results = await read([HEADER, ...lines].join('\n'));
  const outcomes = results.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['matched', 'not_matched', 'duplicate', 'dead', 'no_document']);
  expect(results[0]).toMatchObject({ rowNumber: 2, nik: '3275014101800042', kk: '3275010101800001' });
});

it.each([
  ['IDENTITY_COLUMNS', { missing: ['HASIL'], row: 1 }, 'NIK,NKK,NAMA LENGKAP,KETERANGAN\n1,2,3,4'],
  ['IDENTITY_VALUE', { row: 3, column: 'HASIL' }, `${HEADER}\n1,2,A,1,\n1,2,A,6,`],
  ['IDENTITY_VALUE', { row: 2, column: 'NIK' }, `${HEADER}\n,2,A,1,`],
  ['FILE_EMPTY', {}, HEADER],
])('refuses with %s and %o', async (code, details, content) => {
  await expect(read(content)).rejects.toMatchObject({ code, details });
});

it('disarms what a spreadsheet would run', async () => {
  const path = join(dir, 'out.csv');
  await writeCsv([['=1+1', '+62', '-5', '@SUM', 'JL. "A", 1', 7n, 42]], createWriteStream(path));
  expect(await readFile(path, 'utf8')).toBe(`'=1+1,'+62,'-5,'@SUM,"JL. ""A"", 1",7,42\n`);
});
