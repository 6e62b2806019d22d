import { loadConfig } from '#config';
import { CaseRepository, PersonVault } from '#persistence';
import { aPaidList, aPerson, aRowOf, aSentList, familyAt } from '../../support/factories/families.js';
import { aLine, applyFile } from '../../support/factories/orders.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

const BINTARA = '32.75.02.1001';
const PERSON = aPerson({ accountNumber: '0440001111' });
const LATER = { ...PERSON, kk: aPerson().kk, accountNumber: '0440002222', rt: '005' };

interface Family {
  readonly code: string;
  readonly rowId: string;
  readonly nikMasked: string;
  readonly elsewhere: number;
  readonly places: readonly { kelurahanCode: string; from: string; until: string }[];
  readonly listings: readonly { periodCode: string; linkedBy: string; verdict: string }[];
  readonly payments:
    readonly { state: string; orderId: string; postings: readonly { kind: string; answer: string | null }[] }[] | null;
  readonly cases: readonly { state: string }[] | null;
  readonly accounts: readonly { accountMasked: string }[];
  readonly events: readonly { event: string }[];
}

let scene: Scene;
let code: string;
let periods: readonly [string, string];

/** A family that is paid in Kranji, does not transact, and is in Bintara on the next list with another card and account. */
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const rosterId = await aSentList(database, scene.period, [aRowOf(vault, PERSON, KRANJI)]);
  ({ code } = await familyAt(database, rosterId));
  const { order, endToEndIds } = await aPaidList(database, scene.period, rosterId);
  const [first = ''] = endToEndIds;
  await applyFile(database, order, 'status', [aLine(first)]);
  await applyFile(database, order, 'usage', [aLine(first, 'not_transacted')]);
  await new CaseRepository(database.manager).openForOrder(order.id, 'desk:test:', '2023-06-25');
  const next = await aPeriod(database.manager);
  await aSentList(database, next, [aRowOf(vault, LATER, BINTARA)]);
  periods = [scene.period.code, next.code];
}, 60_000);
afterAll(() => scene.api.stop());

const read = async (who: string, family = code) => (await scene.person(who)).get(`/families/${family}`);
const seenBy = async (who: string): Promise<Family> => {
  const { status, body } = await read(who);
  expect([who, status]).toEqual([who, 200]);
  return body as Family;
};

test('one page has lists, verdicts, money, postings, case, places and accounts', async () => {
  const family = await seenBy('dinsos.operator');
  expect(family).toMatchObject({ code, elsewhere: 0, nikMasked: `••••${PERSON.nik.slice(-4)}` });
  expect(family.listings.map(({ periodCode, linkedBy, verdict }) => [periodCode, linkedBy, verdict])).toEqual([
    [periods[1], 'nik', 'eligible'],
    [periods[0], 'new', 'eligible'],
  ]);
  expect(family.places.map(({ kelurahanCode, from }) => [kelurahanCode, from])).toEqual([
    [BINTARA, periods[1]],
    [KRANJI, periods[0]],
  ]);
  expect(family.accounts.map(({ accountMasked }) => accountMasked)).toEqual(['••••2222', '••••1111']);
  expect(family.payments).toMatchObject([{ state: 'not_transacted' }]);
  expect(family.payments?.[0]?.postings.map(({ kind, answer }) => [kind, answer])).toEqual(
    expect.arrayContaining([
      ['decree', null],
      ['order', null],
      ['status', 'credited'],
      ['usage', 'not_transacted'],
    ]),
  );
  expect(family.cases).toMatchObject([{ state: 'to_visit' }]);
  expect(family.events.map(({ event }) => event)).toEqual(['card_changed']);
});

test('nothing on it says who the family is', async () => {
  const text = JSON.stringify(await seenBy('dinsos.operator'));
  for (const secret of [PERSON.nik, PERSON.kk, LATER.kk, PERSON.fullName, PERSON.address, '0440001111', '0440002222']) {
    expect(text).not.toContain(secret);
  }
});

test('each line is seen where it was: a kelurahan sees its own, the kecamatan both', async () => {
  const kranji = await seenBy('lurah.kranji');
  expect(kranji.elsewhere).toBe(1);
  expect(kranji.listings.map(({ periodCode }) => periodCode)).toEqual([periods[0]]);
  expect([kranji.accounts.length, kranji.events.length, kranji.cases?.length]).toEqual([1, 0, 1]);
  const bintara = await seenBy('lurah.bintara');
  expect([bintara.elsewhere, bintara.listings.length, bintara.cases]).toEqual([1, 1, []]);
  expect((await seenBy('camat.bekasi-barat')).elsewhere).toBe(0);
});

test('money is seen by those who see money', async () => {
  expect((await seenBy('lurah.kranji')).payments).toBeNull();
  for (const who of ['bendahara', 'auditor', 'walikota']) expect((await seenBy(who)).payments).toHaveLength(1);
});

test('a family that is on no list of the territory is unknown', async () => {
  const [demo] = await scene.api.database.query<{ hash: string }[]>(
    `select password_hash as hash from officer where username = 'ppk'`,
  );
  const { username } = await anOfficer(scene.api.database.manager, 'dinsos_head', {
    ...{ territoryCode: '32.76', passwordHash: demo?.hash ?? '' },
  });
  for (const who of [username, 'lurah.jakasampurna', 'camat.jatiasih']) {
    expect([who, await read(who)]).toMatchObject([who, { status: 404, code: 'FAMILY_UNKNOWN' }]);
  }
});

test.each(['K-1000-0001-00', 'K-9999-9999-01', '1', 'KPM-000001'])('%s is no family’s code', async (typed) => {
  expect(await read('dinsos.operator', typed)).toMatchObject({ status: 404, code: 'FAMILY_UNKNOWN' });
});

test.each(['bank', 'provinsi', 'operator'])('%s reads no lists, and so no family', async (who) => {
  expect((await read(who)).status).toBe(403);
});

test('lists name the family of a row', async () => {
  const operator = await scene.person('dinsos.operator');
  const money = (await operator.get(`/periods/${scene.period.periodId}/entitlements`)).body;
  const cases = (await operator.get(`/periods/${scene.period.periodId}/cases`)).body;
  for (const list of [money, cases]) expect(list).toMatchObject({ rows: [{ familyCode: code }] });
});
