import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const file = (...lines: string[]) => ['Nama;Kode', ...lines, ''].join('\n');
const TAPOS = file('Tapos;32.76.10', 'Cimpaeun;32.76.10.1007');
const send = async (content: string, query: string, by = 'operator') =>
  (await scene.person(by)).upload(`/operations/regions?${query}`, content, 'wilayah.csv');
const count = async () => Number(((await scene.sql('select count(*) as n from territory')) as { n: string }).n);

test('a check says in words what is wrong and where, and keeps nothing', async () => {
  const before = await count();
  const { body } = await send(file('Tapos;32.76.10', 'x;3276', 'y;32.99.10.1001'), 'check=true');
  expect(body).toMatchObject({ isApplied: false, mistakes: 2 });
  const { issues } = body as { issues: { row: number; column: string; code: string; message: string }[] };
  expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'KODE', 'REGION_CODE_FORM'],
    [4, 'KODE', 'REGION_PARENT_MISSING'],
  ]);
  for (const { message } of issues) expect(message).not.toMatch(/{{|[A-Z]{3,}_/);
  expect(await count()).toBe(before);
});

test('a list is applied whole, as it was checked, by whom the trail names, and a second time changes nothing', async () => {
  const before = await count();
  const { sha256 } = (await send(TAPOS, 'check=true')).body as { sha256: string };
  expect(await send(TAPOS, 'check=false')).toMatchObject({ status: 409, code: 'IMPORT_FILE_CHANGED' });
  expect((await send(TAPOS, `sha256=${sha256}`)).body).toMatchObject({ isApplied: true, added: 2, issues: [] });
  expect((await send(TAPOS, `sha256=${sha256}`)).body).toMatchObject({ isApplied: true, added: 0, unchanged: 2 });
  expect(await count()).toBe(before + 2);
  const noted = `select o.username from audit_entry a join officer o on o.id = a.officer_id where a.action = 'regions.imported'`;
  expect(await scene.sql(noted)).toEqual({ username: 'operator' });
});

test('a list with a mistake is refused whole', async () => {
  const wrong = file('Tapos;32.76.10', 'x;3276');
  const { sha256 } = (await send(wrong, 'check=true')).body as { sha256: string };
  expect(await send(wrong, `sha256=${sha256}`)).toMatchObject({ status: 422, code: 'IMPORT_FINDINGS' });
  expect(await send('a;b\n1;2\n', 'check=true')).toMatchObject({ status: 422, code: 'REGION_COLUMNS' });
});

test.each(['program', 'auditor', 'dinsos.kepala'])('%s loads no regions', async (who) => {
  expect(await send(TAPOS, 'check=true', who)).toMatchObject({ status: 403 });
});
