import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficerRow } from '#domain';
import { readOfficerRows } from './read-officer-rows.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'officers-'))));
afterAll(() => rm(dir, { recursive: true }));

async function read(content: string, maxRows?: number): Promise<OfficerRow[]> {
  const path = join(dir, 'officers.csv');
  await writeFile(path, content);
  const rows: OfficerRow[] = [];
  for await (const row of readOfficerRows(path, maxRows === undefined ? {} : { maxRows })) rows.push(row);
  return rows;
}
const HEADER = 'Username,Nama Lengkap,Kantor,Tingkat,Kode Wilayah,Peran,Mulai';

test('columns are found by name in any order and either language; further ones are left alone', async () => {
  const rows = await read('role,catatan,to,username,name,office,level,territory_code,from\nlurah,x,,a.b,A,K,k,1,2\n');
  expect(rows).toMatchObject([{ rowNumber: 2, formulas: [], cells: { USERNAME: 'a.b', PERAN: 'lurah', SELESAI: '' } }]);
});

test('a formula is told by its column', async () => {
  expect(await read(`${HEADER}\na.b,=A1,K,k,1,lurah,2\n`)).toMatchObject([{ formulas: ['NAMA'] }]);
});

test.each([
  ['OFFICER_COLUMNS', { missing: ['MULAI'], repeated: [] }, 'Username,Nama,Kantor,Tingkat,Kode Wilayah,Peran\n1\n'],
  ['OFFICER_COLUMNS', { repeated: ['NAMA'] }, `${HEADER},Name\n1\n`],
  ['FILE_EMPTY', {}, HEADER],
])('refuses with %s and %o', async (code, details, content) => {
  await expect(read(content)).rejects.toMatchObject({ code, details });
});

test('a list beyond the limit is refused', async () => {
  await expect(read(`${HEADER}\n1\n2\n3\n`, 2)).rejects.toMatchObject({ code: 'FILE_TOO_MANY_ROWS' });
});
