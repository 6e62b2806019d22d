import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegionRow } from '#domain';
import { writeXlsx } from '../xlsx/write-xlsx.js';
import { readRegionRows } from './read-region-rows.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'regions-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function read(name: string, maxRows?: number): Promise<RegionRow[]> {
  const rows: RegionRow[] = [];
  for await (const row of readRegionRows(join(dir, name), maxRows === undefined ? {} : { maxRows })) rows.push(row);
  return rows;
}
async function csv(content: string, maxRows?: number): Promise<RegionRow[]> {
  await writeFile(join(dir, 'regions.csv'), content);
  return read('regions.csv', maxRows);
}
const DEPOK = { rowNumber: 2, cells: { KODE: '32.76', NAMA: 'Kota Depok' }, formulas: [] };

test.each(['code,name\n32.76,Kota Depok', 'Nama Wilayah;Luas;KODE WILAYAH\nKota Depok;200;32.76'])(
  'columns are found by name, in any order and either language: %p',
  async (content) => {
    expect(await csv(`${content}\n`)).toEqual([DEPOK]);
  },
);

test('a workbook is read as well; a code that a spreadsheet made a number of is what the number shows', async () => {
  await writeXlsx(
    'Wilayah',
    [
      ['Kode', 'Nama'],
      ['32.76', 'Kota Depok'],
      [11.1, 'x'],
    ],
    createWriteStream(join(dir, 'a.xlsx')),
  );
  expect(await read('a.xlsx')).toEqual([DEPOK, { rowNumber: 3, cells: { KODE: '11.1', NAMA: 'x' }, formulas: [] }]);
});

test.each([
  ['REGION_COLUMNS', { missing: ['NAMA'], repeated: [] }, 'kode,luas\n32,1\n'],
  ['REGION_COLUMNS', { missing: [], repeated: ['KODE'] }, 'kode,nama,code\n32,x,32\n'],
  ['FILE_EMPTY', {}, 'kode,nama\n'],
])('refuses with %s and %o', async (code, details, content) => {
  await expect(csv(content)).rejects.toMatchObject({ code, details });
});

test('a list beyond the limit is refused', async () => {
  await expect(csv('kode,nama\n31,a\n32,b\n33,c\n', 2)).rejects.toMatchObject({ code: 'FILE_TOO_MANY_ROWS' });
});
