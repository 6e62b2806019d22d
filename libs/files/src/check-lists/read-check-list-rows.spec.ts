import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCheckListRows } from './read-check-list-rows.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'check-lists-'))));
afterAll(() => rm(dir, { recursive: true }));

async function read(content: string) {
  const path = join(dir, 'list.csv');
  await writeFile(path, content);
  const rows: unknown[] = [];
  for await (const row of readCheckListRows(path)) rows.push(row);
  return rows;
}

test('columns are found by name, in any order; NIK alone is enough', async () => {
  expect(await read('jabatan;no;nik;nama lengkap\nStaf;1;3275024101800001;SITI\n')).toMatchObject([
    { rowNumber: 2, cells: { NIK: '3275024101800001', NAMA: 'SITI', KETERANGAN: 'Staf' } },
  ]);
  expect(await read('NIK\n3275024101800001\n')).toHaveLength(1);
});

test.each([
  ['CHECK_LIST_COLUMNS', { missing: ['NIK'], repeated: [] }, 'NAMA\nSITI\n'],
  ['CHECK_LIST_COLUMNS', { missing: [], repeated: ['NIK'] }, 'NIK,No NIK\n1,2\n'],
  ['FILE_EMPTY', {}, 'NIK\n'],
])('refuses with %s and %o', async (code, details, content) => {
  await expect(read(content)).rejects.toMatchObject({ code, details });
});
