import { PersonVault, rowsOf } from '#persistence';
import { addCalendarDays } from '#domain';
import type { Person } from '../../support/factories/api-client.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let today: string;
beforeAll(async () => {
  scene = await aScene();
  const [row] = await rowsOf<{ day: string }>(scene.api.database.manager, 'select programme_today()::text as day');
  today = row?.day ?? '';
}, 60_000);
afterAll(() => scene.api.stop());

const codeOf = ({ body }: { readonly body: unknown }): unknown => (body as { code?: unknown }).code;
let number = 0;
/** A list of one person, another one each time. */
const aFile = (): string => `NIK,NAMA,KETERANGAN\n32750241018${`${(number += 1)}`.padStart(5, '0')},SITI CONTOH,Staf\n`;

const termsOf = (more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    ...{ kind: 'civil_servant', source: 'BKPSDM, surat 12/2023', listedOn: today },
    ...{ validFrom: today, validTo: addCalendarDays(today, 30) },
    ...more,
  }).toString();
const load = (person: Person, file: string | Buffer, more: Readonly<Record<string, string>> = {}) =>
  person.upload(`/check-lists?${termsOf(more)}`, file, 'asn.csv');

interface ListView {
  readonly id: string;
  readonly mayWithdraw: boolean;
}
const listOf = ({ body }: { readonly body: unknown }): ListView => (body as { list: ListView }).list;
const listsFor = async (username: string, query = ''): Promise<ListView[]> => {
  const { body } = await (await scene.person(username)).get(`/check-lists?limit=500${query}`);
  return (body as { rows: ListView[] }).rows;
};

test('a list is loaded for the sender’s city, once, and nobody on it goes out', async () => {
  const operator = await scene.person('dinsos.operator');
  const file = `${aFile()}bukan nik,BUDI CONTOH,\n`;
  const first = await load(operator, file);
  expect(first).toMatchObject({
    status: 200,
    body: {
      ...{ isNew: true, skippedRows: [3] },
      list: { territoryCode: '32.75', entries: 1, skipped: 1, hits: 0, state: 'in_force', mayWithdraw: false },
    },
  });
  expect(await load(operator, file)).toMatchObject({ body: { isNew: false, list: { id: listOf(first).id } } });
  expect(JSON.stringify(first.body)).not.toMatch(/SITI|BUDI|3275024101/);
  const [kept] = await rowsOf<{ hash: Buffer; sealed: Buffer }>(
    scene.api.database.manager,
    'select nik_hash as hash, sealed from check_list_entry where check_list_id = $1',
    [listOf(first).id],
  );
  const keyOf = (name: string): Buffer => Buffer.from(process.env[name] ?? '', 'base64');
  const vault = new PersonVault({ dataKey: keyOf('AMANAH_DATA_KEY'), indexKey: keyOf('AMANAH_INDEX_KEY') });
  expect(JSON.parse(vault.openBytes(kept?.sealed ?? Buffer.alloc(0)).toString())).toMatchObject({ remark: 'Staf' });
});

test('a ministry’s list holds in the nation; a city’s is seen in that city and by the ministry', async () => {
  const ministry = listOf(await load(await scene.person('program'), aFile()));
  const city = listOf(await load(await scene.person('dinsos.kepala'), aFile()));
  const idsOf = async (username: string) => (await listsFor(username)).map(({ id }) => id);
  expect(await idsOf('operator.kranji')).toEqual(expect.arrayContaining([ministry.id, city.id]));
  expect(await idsOf('program')).toEqual(expect.arrayContaining([ministry.id, city.id]));
  expect(await idsOf('auditor')).toEqual(expect.arrayContaining([ministry.id, city.id]));
});

test.each([
  ['a kind that no policy knows', { kind: 'left_handed' }, 422, 'CHECK_LIST_KIND'],
  ['a list of tomorrow', { listedOn: '2999-01-01' }, 422, 'CHECK_LIST_DAYS'],
  ['a day that is none', { validTo: '2023-02-30' }, 400, 'REQUEST_INVALID'],
  ['a source that says nothing', { source: 'x' }, 400, 'REQUEST_INVALID'],
])('%s is refused', async (_what, more, status, code) => {
  const refused = await load(await scene.person('dinsos.operator'), aFile(), more);
  expect([refused.status, codeOf(refused)]).toEqual([status, code]);
});

test.each([
  ['without a column NIK', 'NAMA\nSITI\n', 'CHECK_LIST_COLUMNS'],
  ['without a NIK in it', 'NIK\n12345\n', 'CHECK_LIST_EMPTY'],
  ['with nothing below its header', 'NIK\n', 'FILE_EMPTY'],
])('a file %s is refused, and nothing of it stays', async (_what, file, code) => {
  const before = (await listsFor('dinsos.operator')).length;
  const refused = await load(await scene.person('dinsos.operator'), file);
  expect([refused.status, codeOf(refused)]).toEqual([422, code]);
  expect(await listsFor('dinsos.operator')).toHaveLength(before);
});

test('a kelurahan and the mayor load no list, and a bank officer sees none', async () => {
  for (const username of ['operator.kranji', 'walikota']) {
    const refused = await load(await scene.person(username), aFile());
    expect([username, refused.status]).toEqual([username, 403]);
  }
  expect((await (await scene.person('bank')).get('/check-lists')).status).toBe(403);
});

test('another officer withdraws a list, with a reason, once; an office below does not', async () => {
  const { id } = listOf(await load(await scene.person('dinsos.operator'), aFile()));
  const withdraw = async (username: string, list = id) =>
    (await scene.person(username)).post(`/check-lists/${list}/withdraw`, { reason: 'Kolom NIK tertukar' });
  const own = await withdraw('dinsos.operator');
  expect([own.status, codeOf(own)]).toEqual([403, 'CHECK_LIST_SECOND']);
  expect((await listsFor('dinsos.kepala')).find((list) => list.id === id)?.mayWithdraw).toBe(true);
  expect(await withdraw('dinsos.kepala')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
  const again = await withdraw('dinsos.kepala');
  expect([again.status, codeOf(again)]).toEqual([409, 'CHECK_LIST_WITHDRAWN']);

  const { id: ofMinistry } = listOf(await load(await scene.person('program'), aFile()));
  const below = await withdraw('dinsos.kepala', ofMinistry);
  expect([below.status, codeOf(below)]).toEqual([404, 'CHECK_LIST_UNKNOWN']);
});

test('lists are ordered and filtered, page by page', async () => {
  const operator = await scene.person('dinsos.operator');
  await load(operator, aFile(), { kind: 'deceased' });
  const all = (await listsFor('dinsos.operator', '&sort=hits')).map(({ id }) => id);
  const paged: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await operator.get(`/check-lists?limit=2&sort=hits${cursor}`);
    const { rows, next } = body as { rows: ListView[]; next: string | null };
    paged.push(...rows.map(({ id }) => id));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(paged).toEqual(all);
  expect((await listsFor('dinsos.operator', '&kind=deceased')).length).toBeGreaterThan(0);
  expect((await operator.get('/check-list-kinds')).body).toContainEqual(
    expect.objectContaining({ kind: 'civil_servant' }),
  );
});
