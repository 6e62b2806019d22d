import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { blankRosterCells } from '#domain';
import { writeXlsx } from '../xlsx/write-xlsx.js';
import { zipBytes, type ZipContent } from '../zip/zip-writer.js';
import { readRosterRows } from './read-roster-rows.js';
import { writeRosterXlsx } from './write-roster.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'bombs-'))));
afterAll(() => rm(dir, { recursive: true }));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const LINKS = `<Relationships xmlns="x"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

function* repeated(piece: string, times: number): Generator<string> {
  const many = piece.repeat(Math.min(times, 1 << 12));
  for (let left = times; left > 0; left -= 1 << 12) yield left >= 1 << 12 ? many : piece.repeat(left);
}

function* around(before: string, inner: Iterable<string>, after: string): Generator<string> {
  yield before;
  yield* inner;
  yield after;
}

const sheet = (rows: Iterable<string>): Iterable<string> =>
  around(`<worksheet xmlns="${MAIN}"><sheetData>`, rows, '</sheetData></worksheet>');

async function refusalOf(sheetXml: Iterable<string>, ...others: ZipContent[]): Promise<unknown> {
  const path = join(dir, 'bomb.xlsx');
  const contents = [
    { name: 'xl/workbook.xml', text: [WORKBOOK] },
    { name: 'xl/_rels/workbook.xml.rels', text: [LINKS] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml },
    ...others,
  ];
  await pipeline(Readable.from(zipBytes(contents), { objectMode: false }), createWriteStream(path));
  return readRosterRows(path)
    .next()
    .then(
      () => 'taken',
      (error: unknown) => (error as { code?: string }).code,
    );
}

const before = process.memoryUsage().rss;
const grownMegabytes = (): number => (process.memoryUsage().rss - before) / 1_048_576;

test.each<[string, () => Iterable<string>, string]>([
  ['of blank rows', () => sheet(repeated('<row/>', 1_100_000)), 'FILE_TOO_LARGE'],
  ['of one row over and over', () => sheet(repeated('<row r="1"/>', 1_100_000)), 'FILE_TOO_LARGE'],
  ['of zeros', () => sheet(repeated(' ', 60_000_000)), 'FILE_TOO_LARGE'],
  [
    'of one huge text',
    () => sheet(around('<row><c t="str"><v>', repeated('0123456789abcdef', 400_000), '</v></c></row>')),
    'FILE_UNREADABLE',
  ],
  [
    'of a cell beyond the last column',
    () => sheet(['<row r="1"><c r="ABCDE1"><v>1</v></c></row>']),
    'FILE_ROW_TOO_LONG',
  ],
  [
    'of a million columns',
    () => sheet(around('<row>', repeated('<c><v>1</v></c>', 1_000_000), '</row>')),
    'FILE_ROW_TOO_LONG',
  ],
  ['nested without end', () => sheet(repeated('<row>', 100_000)), 'FILE_UNREADABLE'],
  ['of entities', () => ['<!DOCTYPE x [<!ENTITY a "b">]>', ...sheet([])], 'FILE_UNREADABLE'],
])(
  'a workbook %s is refused in flat memory',
  async (_what, rows, code) => {
    expect(await refusalOf(rows())).toBe(code);
    expect(grownMegabytes()).toBeLessThan(300);
  },
  30_000,
);

test('texts that are shared count, too', async () => {
  const many = around(`<sst xmlns="${MAIN}">`, repeated(`<si><t>${'x'.repeat(30_000)}</t></si>`, 1), '</sst>');
  expect(await refusalOf(sheet(['<row/>']), { name: 'xl/sharedStrings.xml', text: many })).toBe('FILE_EMPTY');
  const rich = around(`<sst xmlns="${MAIN}"><si>`, repeated('<r><t>0123456789</t></r>', 10_000), '</si></sst>');
  expect(await refusalOf(sheet(['<row/>']), { name: 'xl/sharedStrings.xml', text: rich })).toBe('FILE_UNREADABLE');
});

test.each([
  ['xl/vbaProject.bin', 'FILE_MACROS'],
  ['xl/macrosheets/sheet1.xml', 'FILE_MACROS'],
])('a workbook with %s is refused as %s, whatever its name', async (name, code) => {
  expect(await refusalOf(sheet([]), { name, text: ['x'] })).toBe(code);
});

test.each([
  ['content.xml', 'FILE_ODS'],
  ['xl/workbook.bin', 'FILE_OLD_EXCEL'],
  ['word/document.xml', 'FILE_TYPE'],
])('an archive with %s is refused as %s', async (name, code) => {
  const path = join(dir, 'other.xlsx');
  await writeFile(path, await Readable.from(zipBytes([{ name, text: ['x'] }])).toArray());
  await expect(readRosterRows(path).next()).rejects.toMatchObject({ code });
});

test('a directory that lies about the size of an entry is believed in nothing', async () => {
  const path = join(dir, 'lies.xlsx');
  await writeRosterXlsx([blankRosterCells()], createWriteStream(path));
  const bytes = await readFile(path);
  const at = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(0xfffffff0, at + 24);
  await writeFile(path, bytes);
  await expect(readRosterRows(path).next()).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
});

test('a large list that is honest is read', async () => {
  const path = join(dir, 'honest.xlsx');
  const line = Array.from({ length: 33 }, (_, column) => `${column} KELUARGA CONTOH`);
  await writeXlsx(
    'BNBA',
    Array.from({ length: 20_000 }, () => line),
    createWriteStream(path),
  );
  await expect(readRosterRows(path).next()).rejects.toMatchObject({ code: 'ROSTER_COLUMNS' });
});
