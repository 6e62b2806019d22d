import { type PersonalData, PersonVault } from '#persistence';
import { loadConfig } from '#config';
import { aSentList } from '../../support/factories/families.js';
import { aRow } from '../../support/factories/rosters.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

const NIK = '3275020000000011';
const PERSON: PersonalData = {
  ...{ nik: NIK, kk: '3275020000000002', fullName: 'Made-up', motherName: 'Made-up' },
  ...{ birthPlace: 'Bekasi', birthDate: '1990-01-01', address: 'Jl. Made-up 1', rt: '001', rw: '002' },
  accountNumber: '0440000001',
};

interface Entry {
  readonly id: string;
  readonly username: string;
  readonly action: string;
  readonly details: Record<string, unknown>;
}
interface Page {
  readonly rows: readonly Entry[];
  readonly next: string | null;
}

let scene: Scene;
let [ours, later, neighbour] = ['', '', ''];
/** The same person on the lists of two periods, beside a neighbour. */
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const family = (person: PersonalData) => ({
    ...{ kelurahanCode: KRANJI, nikHash: vault.indexOf(person.nik), sealed: vault.seal(person) },
  });
  const idsOf = async (rosterId: string) => {
    const sql = 'select id from roster_row where roster_id = $1 order by row_number';
    return (await database.query<{ id: string }[]>(sql, [rosterId])).map(({ id }) => id);
  };
  const rows = [aRow(1, family(PERSON)), aRow(2, family({ ...PERSON, nik: '3275020000000012' }))];
  [ours = '', neighbour = ''] = await idsOf(await aSentList(database, scene.period, rows));
  const next = await aPeriod(database.manager);
  [later = ''] = await idsOf(await aSentList(database, next, [aRow(1, family(PERSON))]));
  const purpose = 'verification';
  for (const [who, row] of [
    ['operator.kranji', ours],
    ['operator.kranji', neighbour],
    ['lurah.kranji', later],
    ['walikota', ours],
  ] as const) {
    expect((await (await scene.person(who)).post(`/families/${row}/reveal`, { purpose })).status).toBe(200);
  }
  expect((await (await scene.person('walikota')).post('/families/search', { text: NIK, purpose })).status).toBe(200);
}, 60_000);
afterAll(() => scene.api.stop());

const trace = async (more: Record<string, unknown> = {}, who = 'auditor') =>
  (await scene.person(who)).post('/audit/persons', { nik: NIK, purpose: 'complaint of a citizen', ...more });
/** But for auditors, whose own questions are in the trail as well. */
const seen = ({ body }: { body: unknown }) =>
  (body as Page).rows
    .filter(({ action }) => action !== 'person.traced')
    .map(({ username, action }) => [username, action]);
const pageOf = async (query: string) =>
  (await (await scene.person('auditor')).get(`/audit/entries?${query}`)).body as Page;

const EVERYBODY = [
  ['walikota', 'person.searched'],
  ['walikota', 'person.revealed'],
  ['lurah.kranji', 'person.revealed'],
  ['operator.kranji', 'person.revealed'],
];

test('one question by NIK says who saw a person, on the lists of all periods, and nobody else’s neighbours', async () => {
  const answer = await trace();
  expect(answer.status).toBe(200);
  expect(seen(answer)).toEqual(EVERYBODY);
  expect(JSON.stringify(answer.body)).not.toContain(NIK);
});

test('by officer, act and day', async () => {
  expect(seen(await trace({ officer: 'walikota' }))).toEqual(
    expect.arrayContaining([
      ['walikota', 'person.searched'],
      ['walikota', 'person.revealed'],
    ]),
  );
  expect(seen(await trace({ action: 'person.revealed' }))).toEqual(EVERYBODY.slice(1));
  expect(seen(await trace({ officer: 'nobody.here' }))).toEqual([]);
  expect(seen(await trace({ from: '2023-03-06', to: '2023-03-06', action: 'person.revealed' }))).toHaveLength(3);
  expect(seen(await trace({ to: '2023-03-05' }))).toEqual([]);
  expect(seen(await trace({ from: '2023-03-07' }))).toEqual([]);
});

test('page by page, none twice and none left out', async () => {
  const rows: Entry[] = [];
  let cursor: string | null | undefined;
  do {
    const page = (await trace({ limit: 1, action: 'person.revealed', ...(cursor ? { cursor } : {}) })).body as Page;
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  expect(rows.map(({ username }) => username)).toEqual(['walikota', 'lurah.kranji', 'operator.kranji']);
});

test('that it was asked is recorded once for all pages, with why and without the NIK', async () => {
  const before = (await pageOf('action=person.traced&limit=500')).rows.length;
  const { next } = (await trace({ limit: 1 })).body as Page;
  await trace({ limit: 1, cursor: next });
  const after = await pageOf('action=person.traced&limit=500');
  expect(after.rows).toHaveLength(before + 1);
  expect(after.rows[0]).toMatchObject({
    ...{ username: 'auditor', details: { purpose: 'complaint of a citizen', families: 2 } },
  });
  expect(JSON.stringify(after)).not.toContain(NIK);
});

test.each([
  ['a NIK of fifteen digits', { nik: '327502000000001' }],
  ['no reason', { purpose: ' ' }],
  ['a day that is none', { from: '2023-02-30' }],
  ['another field', { sneaked: true }],
])('%s is refused', async (_what, more) => {
  expect((await trace(more)).status).toBe(400);
});

test('only auditors ask', async () => {
  for (const who of ['walikota', 'kpa', 'operator.kranji', 'operator']) expect((await trace({}, who)).status).toBe(403);
});

test('the whole trail is filtered the same way', async () => {
  expect((await pageOf('officer=walikota&action=person.revealed')).rows).toHaveLength(1);
  const day = await pageOf('from=2023-03-06&to=2023-03-06&limit=500');
  expect(day.rows.length).toBeGreaterThan(5);
  expect((await pageOf('from=2023-03-07')).rows).toEqual([]);
  const { rows } = await pageOf('action=session.started&limit=3');
  expect(rows.every(({ action }) => action === 'session.started')).toBe(true);
});
