import { createHash } from 'node:crypto';
import {
  Commands,
  PlanSpotCheck,
  RemindOfSpotChecks,
  SpotCheckDesk,
  SpotCheckReader,
  SpotDraw,
  type SpotResult,
} from '#application';
import { addCalendarDays } from '#domain';
import { PersonVault, ProgrammeClockRepository, rowsOf } from '#persistence';
import { commandOf } from '../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { anUnusedOrder } from '../../support/factories/orders.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const desk = (): SpotCheckDesk => new SpotCheckDesk(vault, new Commands(database.source));
const reader = (): SpotCheckReader => new SpotCheckReader(database.source, vault);

const CITY = '32.75';
const FAMILIES = 90;
let operator: MadeOfficer;
let head: MadeOfficer;
let tksk: MadeOfficer;
let periodId: string;
let today: string;
beforeAll(async () => {
  ({ periodId } = await anUnusedOrder(database.source, FAMILIES));
  operator = await anOfficer(database.manager, 'dinsos_operator');
  head = await anOfficer(database.manager, 'dinsos_head');
  tksk = await anOfficer(database.manager, 'tksk');
}, 60_000);
beforeEach(async () => {
  today = await new ProgrammeClockRepository(database.manager).today();
});

const form = (more: object = {}): SpotDraw =>
  SpotDraw.parse({
    ...{ periodId, cityCode: CITY, confidence: 95, margin: 20, seed: 'kunci-7', closesOn: addCalendarDays(today, 30) },
    ...more,
  });
const draw = async (more: object = {}): Promise<string> => (await desk().draw(commandOf(operator), form(more))).id;
const close = (id: string) => desk().close(commandOf(operator), id);
const families = async (id: string, officer = operator, view?: 'to_visit' | 'answered' | 'unreached') =>
  (await reader().families(commandOf(officer).actor, id, { limit: 500, view })).rows;
const found = (more: object = {}): SpotResult => ({
  ...{ receipt: 'received', usedForFood: 'yes', ownControl: 'yes', fairPrice: 'no', visitedOn: today, note: '' },
  ...more,
});
const away: () => SpotResult = () => ({ unreached: 'away', visitedOn: today, note: '' });

test('the database draws the families that stand first by the hash of seed and number, in every kecamatan', async () => {
  const id = await draw();
  const frame = await rowsOf<{ id: string; code: string }>(
    database.manager,
    `select id, substr(kelurahan_code, 1, 8) as code from entitlement where period_id = $1 and state = 'not_transacted'`,
    [periodId],
  );
  const drawn = await rowsOf<{ id: string; code: string }>(
    database.manager,
    `select entitlement_id as id, stratum_code as code from spot_check_family where spot_check_id = $1 and is_drawn order by position`,
    [id],
  );
  const keyOf = (one: { id: string }): string => createHash('sha256').update(`kunci-7:${one.id}`).digest('hex');
  const { strata, sample, population } = await reader().find(commandOf(operator).actor, id);
  // 95 %, 20 points, 90 families: n0 = 24.01, n = 24.01 / (1 + 23.01 / 90) = 19.1; two thirds live in the first kecamatan.
  expect({ sample, population }).toEqual({ sample: 20, population: FAMILIES });
  expect(strata.map((one) => [one.code, one.population, one.sample])).toEqual([
    ['32.75.02', 60, 13],
    ['32.75.03', 30, 7],
  ]);
  for (const { code, sample: size } of strata) {
    const expected = frame.filter((one) => one.code === code).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    expect(drawn.filter((one) => one.code === code)).toEqual(expected.slice(0, size));
  }
  await close(id);
});

test('the same seed is the same sample, another seed is another, and the same command is done once', async () => {
  const sampleOf = async (id: string) => (await families(id)).map(({ kpmCode }) => kpmCode);
  const first = await draw();
  const context = commandOf(operator);
  expect(await refusalCodeOf(draw())).toBe('SPOT_CHECK_OPEN');
  await close(first);
  const again = await desk().draw(context, form());
  expect(await desk().draw(context, form())).toEqual(again);
  expect(await sampleOf(again.id)).toEqual(await sampleOf(first));
  await close(again.id);
  const other = await draw({ seed: 'kunci-8' });
  expect(await sampleOf(other)).not.toEqual(await sampleOf(first));
  await close(other);
});

test.each([
  ['more families than a kecamatan has', { sizes: { '32.75.03': 31 } }, 'SPOT_CHECK_STRATUM_SIZE'],
  ['a kecamatan without credits', { sizes: { '32.75.09': 3 } }, 'SPOT_CHECK_STRATUM_UNKNOWN'],
  ['so few visits that the margin is not reached', { mostVisits: 10 }, 'SPOT_CHECK_MARGIN'],
  ['so few families of a kecamatan', { sizes: { '32.75.02': 2 } }, 'SPOT_CHECK_MARGIN'],
  ['another city', { cityCode: '32.76' }, 'SPOT_CHECK_PLACE'],
  ['a day that is past', { closesOn: '2020-01-01' }, 'SPOT_CHECK_DAY'],
])('%s is refused, and nothing is drawn', async (_, more, code) => {
  expect(await refusalCodeOf(draw(more))).toBe(code);
});

test('who cannot visit so many reads how many are missing and what the visits reach', async () => {
  const query = { periodId, cityCode: CITY, confidence: 95, margin: 5, mostVisits: 40 } as const;
  await expect(new PlanSpotCheck(database.source).plan(commandOf(operator).actor, query)).rejects.toMatchObject({
    code: 'SPOT_CHECK_MARGIN',
    details: { needed: 74, offered: 40, missing: 34, reached: 11.7 },
  });
});

test('a family that is not reached is replaced by the next in order; results are corrected by new ones; a closed check takes none', async () => {
  const id = await draw({ seed: 'kunci-9' });
  const mine = await families(id, tksk);
  expect(new Set(mine.map(({ stratumCode }) => stratumCode))).toEqual(new Set(['32.75.02']));
  const [first, second] = mine;
  const other = (await families(id)).find(({ stratumCode }) => stratumCode === '32.75.03');
  if (first === undefined || second === undefined || other === undefined) throw new Error('somebody was drawn');
  const note = (familyId: string, result: SpotResult, by = tksk) => desk().note(commandOf(by), id, familyId, result);
  const replace = (familyId: string) => desk().replace(commandOf(tksk), id, familyId);

  expect(await refusalCodeOf(note(other.id, found()))).toBe('SPOT_CHECK_FAMILY_UNKNOWN');
  expect(await refusalCodeOf(replace(first.id))).toBe('SPOT_CHECK_REACHED');
  expect(await refusalCodeOf(note(first.id, found({ visitedOn: addCalendarDays(today, 1) })))).toBe(
    'SPOT_CHECK_VISIT_DAY',
  );
  await note(first.id, away());
  await replace(first.id);
  expect(await refusalCodeOf(note(first.id, found()))).toBe('SPOT_CHECK_REPLACED');
  const replacement = (await families(id, tksk)).find(({ isReplacement }) => isReplacement);
  expect(replacement).toMatchObject({ stratumCode: '32.75.02', position: 14 });

  await note(second.id, found({ receipt: 'with_issues', note: 'Uang diambil dua kali.' }));
  await note(second.id, found());
  await note(other.id, found({ usedForFood: 'no' }), operator);
  const details = await reader().find(commandOf(tksk).actor, id);
  const [received] = details.estimates;
  expect(received).toMatchObject({ measure: 'received', known: 2, yes: 2, estimate: { share: 1 } });
  const food = details.estimates.find(({ measure }) => measure === 'used_for_food');
  expect(food).toMatchObject({ known: 2, yes: 1 });
  expect(food?.estimate?.share).toBeCloseTo(2 / 3, 10);
  expect(details.strata[0]).toMatchObject({ replaced: 1, unreached: 0, answered: 1, toVisit: 12 });
  expect(await families(id, operator, 'answered')).toHaveLength(2);

  expect(await refusalCodeOf(desk().close(commandOf(tksk), id))).toBe('SPOT_CHECK_UNKNOWN');
  const colleague = await anOfficer(database.manager, 'dinsos_operator');
  expect(await refusalCodeOf(desk().close(commandOf(colleague), id))).toBe('SPOT_CHECK_NOT_YOURS');
  await desk().close(commandOf(head), id);
  expect(await refusalCodeOf(note(second.id, found()))).toBe('SPOT_CHECK_CLOSED');
  expect(await refusalCodeOf(desk().close(commandOf(head), id))).toBe('SPOT_CHECK_CLOSED');
});

test('a note cannot be read in the database, a result is not rewritten, and a closed check stays closed', async () => {
  const id = await draw({ seed: 'kunci-10' });
  const [family] = await families(id);
  await desk().note(commandOf(operator), id, family?.id ?? '', found({ note: 'Kartu dipegang tetangga.' }));
  const rows = await rowsOf(database.manager, 'select * from spot_check_result');
  expect(JSON.stringify(rows)).not.toContain('tetangga');
  expect((await families(id))[0]?.note).toBe('Kartu dipegang tetangga.');
  await close(id);
  for (const sql of [
    `update spot_check_result set fair_price = 'yes'`,
    `delete from spot_check_family`,
    `update spot_check set sample = 1`,
    `update spot_check set closed_at = now()`,
  ]) {
    await expect(database.manager.query(sql)).rejects.toThrow();
  }
});

test('families of a city where nobody was credited cannot be drawn, and other cities see nothing', async () => {
  const elsewhere = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.76' });
  const { actor } = commandOf(elsewhere);
  expect((await reader().list(actor, { limit: 10 })).rows).toEqual([]);
  const query = { periodId, cityCode: '32.76', confidence: 95, margin: 5 } as const;
  expect(await refusalCodeOf(new PlanSpotCheck(database.source).plan(actor, query))).toBe('SPOT_CHECK_NOBODY');
  for (const seed of ['satu', 'dua0', 'tiga']) await close(await draw({ seed }));
  const { rows, next } = await reader().list(commandOf(operator).actor, { limit: 2 });
  const after = await reader().list(commandOf(operator).actor, { limit: 50, cursor: next ?? '' });
  const all = (await reader().list(commandOf(operator).actor, { limit: 50 })).rows.map((row) => row.id);
  expect([...rows, ...after.rows].map((row) => row.id)).toEqual(all);
});

const lettersOf = async ({ officerId }: MadeOfficer, kind: string) =>
  rowsOf<{ details: Record<string, unknown> }>(
    database.manager,
    'select details from notification where officer_id = $1 and kind = $2 order by id',
    [officerId, kind],
  );

test('field officers hear of the families they are to visit, and once its day has passed who drew it and the head hear of it', async () => {
  const before = await lettersOf(tksk, 'spot-check.drawn');
  const id = await draw({ closesOn: addCalendarDays(today, 3) });
  const { strata } = await reader().find(commandOf(operator).actor, id);
  const own = (await lettersOf(tksk, 'spot-check.drawn')).slice(before.length);
  expect(own.map(({ details }) => details)).toEqual([{ families: strata[0]?.sample }]);

  const reminder = new RemindOfSpotChecks(database.source);
  const soon = await reminder.look();
  expect(soon?.dueAt.slice(0, 10)).toBe(addCalendarDays(today, 3));
  expect(await lettersOf(operator, 'spot-check.late')).toEqual([]);
  await database.source.transaction((manager) =>
    new ProgrammeClockRepository(manager).moveTo(addCalendarDays(today, 4)),
  );
  await reminder.look();
  await reminder.look();
  for (const one of [operator, head]) expect(await lettersOf(one, 'spot-check.late')).toHaveLength(1);
  expect(await lettersOf(tksk, 'spot-check.late')).toEqual([]);
  await close(id);
  expect(await reminder.look()).toBeUndefined();
});
