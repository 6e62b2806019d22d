import { loadConfig } from '#config';
import { PersonVault } from '#persistence';
import { aPaidList, aPerson, aRowOf, aSentList } from '../../support/factories/families.js';
import { aLine, applyFile } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aProof } from '../support/proof-of-work.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

const PERSON = aPerson({ nik: '3275021705800001', birthDate: '1980-05-17' });
/** On no list. */
const STRANGER = '3275021705800002';

let scene: Scene;

/** A family that was paid in one period and is on the list of the next. */
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const { order, endToEndIds } = await aPaidList(
    database,
    scene.period,
    await aSentList(database, scene.period, [aRowOf(vault, PERSON, KRANJI)]),
  );
  await applyFile(database, order, 'status', [aLine(endToEndIds[0] ?? '')]);
  const next = await aPeriod(database.manager);
  await aSentList(database, next, [aRowOf(vault, PERSON, KRANJI)]);
}, 60_000);
afterAll(() => scene.api.stop());

async function ask(question: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${scene.api.url}/api/v1/public/own-aid`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const proven = async (nik: string, birthDate = '1980-05-17') =>
  ask({ nik, birthDate, proof: await aProof(scene.api.url) });

test('a family reads stage, months, channel and whom to ask, the newest period first, and no more', async () => {
  const { status, body } = await proven(PERSON.nik.replace(/(\d{6})(\d{6})/, '$1 $2 '));
  expect(status).toBe(200);
  expect(body).toEqual({
    periods: expect.arrayContaining([
      expect.objectContaining({ stage: 'in_check', creditedOn: null, askOffice: 'kelurahan', askPlace: 'Kranji' }),
      expect.objectContaining({ stage: 'credited', channel: 'card', askOffice: 'tksk', askPlace: 'Bekasi Barat' }),
    ]) as unknown,
  });
  const [newer, older] = (body as { periods: { months: string[] }[] }).periods.map(({ months }) => months.join());
  expect((newer ?? '') > (older ?? '')).toBe(true);
  const text = JSON.stringify(body);
  for (const secret of [PERSON.nik, PERSON.kk, PERSON.fullName, PERSON.accountNumber])
    expect(text).not.toContain(secret);
  const noted = await scene.sql(
    `select count(*)::int as rows, bool_or(details::text ~ $1) as "isNamed" from audit_entry where action = 'family.checked-by-citizen'`,
    [PERSON.nik],
  );
  expect(noted).toEqual({ rows: 1, isNamed: false });
});

test('a number that nobody has, and a date that is another’s, read the same', async () => {
  const wrong = await proven(PERSON.nik, '1980-05-18');
  const unknown = await proven(STRANGER);
  expect(wrong).toEqual({ status: 200, body: { periods: [] } });
  expect(unknown).toEqual(wrong);
});

test('what is no NIK or no day is refused by name', async () => {
  expect((await proven('123')).body).toMatchObject({ code: 'OWN_AID_NIK' });
  expect((await proven(PERSON.nik, '1980-02-30')).status).toBe(400);
});

test('dates of one number are not tried out, and without work an address asks little', async () => {
  const answers = [];
  for (let tries = 0; tries < 11; tries += 1) {
    answers.push((await proven('3275021705800003', `1970-01-${`${tries + 1}`.padStart(2, '0')}`)).status);
  }
  expect(answers.at(-1)).toBe(429);
  const plain = [];
  for (let tries = 0; tries < 4; tries += 1)
    plain.push((await ask({ nik: PERSON.nik, birthDate: '1970-01-01' })).status);
  expect(plain.at(-1)).toBe(429);
});
