import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '#files';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const HEADER = 'USERNAME,NAMA,KANTOR,TINGKAT,KODE WILAYAH,PERAN,MULAI,SELESAI,KK';
const KK = '3275020101800001';
const lurah = (username: string) =>
  `${username},Siti Aminah,Kelurahan Kranji,kelurahan,32.75.02.1002,lurah,01/06/2023,,${KK}`;
const operator = (username: string, days = '2023-03-01,', role = 'kelurahan_operator') =>
  `${username},Budi Santoso,Kelurahan Kotabaru,kelurahan,32.75.02.1003,${role},${days},`;
const file = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');

interface Answer {
  readonly sha256: string;
  readonly isApplied: boolean;
  readonly added: number;
  readonly unchanged: number;
  readonly newOfficers: number;
  readonly mistakes: number;
  readonly findings: { row: number; column: string; code: string; message: string }[];
  readonly codes: { username: string; code: string }[];
}

const send = async (by: string, content: string | Buffer, query: string) =>
  (await scene.person(by)).upload(`/organisation/imports?${query}`, content, 'pejabat.csv');
const check = async (content: string, by = 'dinsos.kepala') => (await send(by, content, 'check=true')).body as Answer;
const count = async () => Number(((await scene.sql('select count(*) as n from appointment')) as { n: string }).n);

test('a check names every mistake by line and column, and keeps nothing', async () => {
  const before = await count();
  const answer = await check(
    file(
      lurah('cek.impor'),
      'x,Nama,Kelurahan Kranji,kelurahan,32.75.02.1002,lurah,kemarin,,1',
      'tono.impor,Tono,Kelurahan Baru,kelurahan,32.75.02.9999,lurah,2023-03-01,,',
      'tini.impor,Tini,=A1,kelurahan,32.75.02.1002,lurah,2023-03-01,,',
      'operator.kranji,Orang Lain,Kelurahan Kranji,kelurahan,32.75.02.1002,lurah,2023-03-01,,',
    ),
  );
  expect(answer).toMatchObject({ isApplied: false, mistakes: answer.findings.length, codes: [] });
  const found = answer.findings.map(({ row, column, code }) => [row, column, code]);
  expect(found).toEqual(
    expect.arrayContaining([
      [3, 'USERNAME', 'USERNAME_FORM'],
      [3, 'MULAI', 'CELL_DATE'],
      [3, 'KK', 'CELL_KK'],
      [4, 'KODE WILAYAH', 'TERRITORY_UNKNOWN'],
      [5, 'KANTOR', 'CELL_FORMULA'],
      [6, 'NAMA', 'OFFICER_NAME_DIFFERS'],
    ]),
  );
  for (const { message } of answer.findings) expect(message).not.toMatch(/{{|[A-Z]{3,}_/);
  expect(await count()).toBe(before);
});

test('a list is applied whole, as it was checked, and a second time changes nothing', async () => {
  const content = file(lurah('lurah.impor'), operator('op.impor'));
  const checked = await check(content);
  expect(checked).toMatchObject({ added: 2, newOfficers: 2, mistakes: 0, isApplied: false });
  expect(await send('dinsos.kepala', content, 'check=false')).toMatchObject({
    status: 409,
    code: 'IMPORT_FILE_CHANGED',
  });
  expect(await send('dinsos.kepala', file(lurah('lurah.impor')), `sha256=${checked.sha256}`)).toMatchObject({
    code: 'IMPORT_FILE_CHANGED',
  });
  const before = await count();
  const applied = (await send('dinsos.kepala', content, `sha256=${checked.sha256}`)).body as Answer;
  expect(applied).toMatchObject({ isApplied: true, added: 2 });
  // A lurah signs: the code of one is not for who enters them.
  expect(applied.codes.map(({ username }) => username)).toEqual(['op.impor']);
  const again = (await send('dinsos.kepala', content, `sha256=${checked.sha256}`)).body as Answer;
  expect(again).toMatchObject({ isApplied: true, added: 0, unchanged: 2, codes: [] });
  expect(await count()).toBe(before + 2);
});

test('a workbook is taken as a CSV is, dates and all', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'officers-')), 'pejabat.xlsx');
  const rows = [HEADER, operator('buku.impor')].map((text) => text.split(','));
  await writeXlsx('Pejabat', rows, createWriteStream(path));
  const content = readFileSync(path);
  const { body } = await send('dinsos.kepala', content, 'check=true');
  expect(body).toMatchObject({ rows: 1, added: 1, mistakes: 0 });
  const { sha256 } = body as Answer;
  const applied = (await send('dinsos.kepala', content, `sha256=${sha256}`)).body;
  expect(applied).toMatchObject({ added: 1, isApplied: true });
});

test('the number of a family card is kept nowhere in clear', async () => {
  const content = file(lurah('kk.impor'));
  await send('dinsos.kepala', content, `sha256=${(await check(content)).sha256}`);
  const officer = await scene.sql(
    `select household_hash is not null as linked, position(convert_to($1, 'UTF8') in household_hash) as at
       from officer where username = 'kk.impor'`,
    [KK],
  );
  expect(officer).toEqual({ linked: true, at: 0 });
  for (const table of ['officer', 'audit_entry', 'command_receipt', 'outbox']) {
    expect(await scene.sql(`select count(*) as n from ${table} t where t::text like $1`, [`%${KK}%`])).toEqual({
      n: '0',
    });
  }
});

test('a list with one mistake changes nothing at all', async () => {
  const before = await count();
  const content = file(
    'satu.impor,Satu,Kelurahan Kranji,kelurahan,32.75.02.1002,kelurahan_operator,2023-03-01,,',
    'x,,,,,,,,',
  );
  const { sha256 } = await check(content);
  expect(await send('dinsos.kepala', content, `sha256=${sha256}`)).toMatchObject({
    status: 422,
    code: 'IMPORT_FINDINGS',
  });
  expect(await count()).toBe(before);
});

test('a list ends an appointment, and what follows has its place', async () => {
  const first = file(operator('ganti.impor'));
  await send('dinsos.kepala', first, `sha256=${(await check(first)).sha256}`);
  const content = file(
    operator('ganti.impor', '2023-04-01,', 'lurah'),
    operator('ganti.impor', '2023-03-01,2023-03-31'),
  );
  const checked = await check(content);
  expect(checked).toMatchObject({ mistakes: 0, added: 1, ended: 1 });
  await send('dinsos.kepala', content, `sha256=${checked.sha256}`);
  expect(await check(content)).toMatchObject({ unchanged: 2 });
});

test('nobody enters posts that are not theirs to enter, nor themself', async () => {
  const ppk = 'ppk.impor,PPK Baru,Kementerian Sosial,kementerian,,ppk,2023-03-01,,';
  const self = 'dinsos.kepala,Kepala Dinsos Kota Bekasi,Kecamatan Bekasi Barat,kecamatan,32.75.02,tksk,2023-03-01,,';
  const { findings } = await check(file(ppk, self));
  expect(findings.map(({ row, code }) => [row, code])).toEqual(
    expect.arrayContaining([
      [2, 'REGISTER_NOT_YOURS'],
      [3, 'OWN_APPOINTMENT'],
    ]),
  );
  expect(await send('lurah.kranji', file(ppk), 'check=true')).toMatchObject({ status: 403, code: 'POWER_MISSING' });
});

test.each([
  ['other columns', 'A,B\n1,2\n', 'OFFICER_COLUMNS'],
  ['no line', `${HEADER}\n`, 'FILE_EMPTY'],
  ['nothing', '', 'FILE_EMPTY'],
])('a file with %s is refused', async (_what, content, code) => {
  expect(await send('dinsos.kepala', content, 'check=true')).toMatchObject({ status: 422, code });
});

test('thousands of lines go in at once', async () => {
  const lines = Array.from(
    { length: 3_000 },
    (_, index) =>
      `massal.${index},Petugas ${index},Kecamatan Bekasi Barat,kecamatan,32.75.02,tksk,2023-03-01,,32750201018${String(index).padStart(5, '0')}`,
  );
  const content = file(...lines);
  const { sha256, mistakes } = await check(content);
  expect(mistakes).toBe(0);
  const applied = (await send('dinsos.kepala', content, `sha256=${sha256}`)).body as Answer;
  expect(applied).toMatchObject({ added: 3_000, newOfficers: 3_000 });
  expect(new Set(applied.codes.map(({ code }) => code)).size).toBe(3_000);
}, 60_000);
