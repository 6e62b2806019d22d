import { loadConfig } from '#config';
import { IndexFamilyNames } from '#application';
import { PersonVault } from '#persistence';
import { aPerson, aRowOf, aSentList, familyAt } from '../../support/factories/families.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

const BINTARA = '32.75.02.1001';
const purpose = 'pengaduan warga';
const SITI = aPerson({ fullName: 'Siti Khotimah' });
const OTHER_SITI = aPerson({ fullName: 'St. Siti Rahmah' });
const BUDI = aPerson({ fullName: 'Drs. Boedi Santoso' });
const MOVED = aPerson({ fullName: 'Wahyu Ningsih' });

interface Page {
  readonly rows: readonly { code: string; foundBy: string; nikMasked: string; lists: number }[];
  readonly next: string | null;
}

let scene: Scene;
let siti = '';
let otherSiti = '';
let budi = '';
let moved = '';
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const names = new IndexFamilyNames(database, vault);
  const rosterId = await aSentList(database, scene.period, [
    aRowOf(vault, SITI, KRANJI, 1),
    aRowOf(vault, OTHER_SITI, BINTARA, 2),
    aRowOf(vault, BUDI, KRANJI, 3),
    aRowOf(vault, MOVED, BINTARA, 4),
  ]);
  await names.ofList(rosterId);
  const codes = await Promise.all([1, 2, 3, 4].map((at) => familyAt(database, rosterId, at)));
  [siti = '', otherSiti = '', budi = '', moved = ''] = codes.map(({ code }) => code);
  const later = { ...MOVED, accountNumber: '0449999999', kk: aPerson().kk };
  const next = await aSentList(database, await aPeriod(database.manager), [aRowOf(vault, later, KRANJI)]);
  await names.ofList(next);
}, 60_000);
afterAll(() => scene.api.stop());

const search = async (wanted: Record<string, unknown>, who = 'dinsos.operator') =>
  (await scene.person(who)).post('/families/search', { purpose, ...wanted });
const found = async (wanted: Record<string, unknown>, who?: string) => {
  const { status, body } = await search(wanted, who);
  expect([wanted, status]).toEqual([wanted, 200]);
  return (body as Page).rows.map(({ code, foundBy }) => [code, foundBy]);
};

test('one field takes code, NIK, card and account, however they are typed', async () => {
  expect(await found({ text: siti.toLowerCase().replaceAll('-', ' ') })).toEqual([[siti, 'code']]);
  expect(await found({ text: `\u2019${SITI.nik.slice(0, 6)} ${SITI.nik.slice(6)}\u200b` })).toEqual([[siti, 'nik']]);
  expect(await found({ text: SITI.kk })).toEqual([[siti, 'kk']]);
  expect(await found({ text: SITI.accountNumber })).toEqual([[siti, 'account']]);
});

test('a number of before finds the family, too', async () => {
  expect(await found({ text: MOVED.accountNumber })).toEqual([[moved, 'former']]);
  expect(await found({ text: MOVED.kk })).toEqual([[moved, 'former']]);
});

test('a name is found as it sounds, all of its words or some', async () => {
  expect(await found({ text: 'Hotima, Siti' })).toEqual([[siti, 'name']]);
  expect(await found({ text: 'Budi' })).toEqual([[budi, 'name']]);
  expect(await found({ text: 'siti' })).toEqual([
    [siti, 'name'],
    [otherSiti, 'name'],
  ]);
  expect(await found({ text: 'siti', kelurahanCode: BINTARA })).toEqual([[otherSiti, 'name']]);
  expect(await found({ text: 'Siti Maryam' })).toEqual([]);
});

test('a kelurahan alone lists its families, page by page, none twice', async () => {
  const codes: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { body } = await search({ kelurahanCode: KRANJI, limit: 1, ...(cursor ? { cursor } : {}) });
    codes.push(...(body as Page).rows.map(({ code }) => code));
    cursor = (body as Page).next;
  } while (cursor !== null);
  expect(codes).toEqual([siti, budi, moved]);
});

test('answers are masked', async () => {
  const { body } = await search({ text: 'siti' });
  expect((body as Page).rows[0]).toMatchObject({ nikMasked: `••••${SITI.nik.slice(-4)}`, lists: 1 });
  for (const secret of [SITI.nik, SITI.kk, SITI.accountNumber, SITI.fullName, 'Siti']) {
    expect(JSON.stringify(body)).not.toContain(secret);
  }
});

test.each([
  ['nothing', {}],
  ['blanks', { text: '  ' }],
  ['a code with a slip', { text: 'K-1000-0001-00' }],
  ['too few digits', { text: '12345' }],
])('%s is no search', async (_what, wanted) => {
  expect(await search(wanted)).toMatchObject({ status: 422, code: 'FAMILY_SEARCH' });
});

test.each([
  ['no purpose', { text: 'siti', purpose: ' ' }],
  ['a purpose of four letters', { text: 'siti', purpose: 'test' }],
  ['a kelurahan that is none', { kelurahanCode: 'Kranji' }],
  ['another field', { nik: SITI.nik }],
])('%s is refused', async (_what, wanted) => {
  expect((await search(wanted)).status).toBe(400);
});

test('who searched what is in the trail by its hash, once for all pages', async () => {
  const entries = async () =>
    scene.api.database.query<{ details: Record<string, unknown>; subject: string }[]>(
      `select details, subject_id as subject from audit_entry where action = 'person.searched' order by id desc`,
    );
  const before = (await entries()).length;
  await search({ text: SITI.nik });
  const first = (await search({ kelurahanCode: KRANJI, limit: 1 })).body as Page;
  await search({ kelurahanCode: KRANJI, limit: 1, cursor: first.next });
  const [place, byNik, ...others] = await entries();
  expect(others).toHaveLength(before);
  expect(place).toMatchObject({ subject: 'none', details: { by: 'place', purpose } });
  const hash = new PersonVault(loadConfig()).indexOf(SITI.nik).toString('hex');
  expect(byNik?.details).toEqual({ by: 'number', hash, purpose, found: 1 });
  expect(JSON.stringify(await entries())).not.toContain(SITI.nik);
});
