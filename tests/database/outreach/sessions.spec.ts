import {
  CampaignPlan,
  Commands,
  NeedQuery,
  OutreachAttendance,
  OutreachCampaigns,
  OutreachEffects,
  OutreachNeed,
  OutreachPapers,
  OutreachSessionReader,
  OutreachSessions,
  RemindOfOutreach,
} from '#application';
import { addCalendarDays, outreachEffect } from '#domain';
import { AuditRepository, PersonVault, ProgrammeClockRepository, rowsOf } from '#persistence';
import { corruptly } from '../../support/factories/corruptly.js';
import { commandOf } from '../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { anUnusedOrder } from '../../support/factories/orders.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const commands = (): Commands => new Commands(database.source);
const campaigns = (): OutreachCampaigns => new OutreachCampaigns(database.source, commands());
const sessions = (): OutreachSessions => new OutreachSessions(vault, commands());
const attendance = (): OutreachAttendance => new OutreachAttendance(commands());
const reader = (): OutreachSessionReader => new OutreachSessionReader(database.source, vault);
const papers = (): OutreachPapers => new OutreachPapers(database.source, vault);

const CITY = '32.75';
let operator: MadeOfficer;
let head: MadeOfficer;
let periodId: string;
let places: string[];
let today: string;
beforeAll(async () => {
  await database.asOwner((manager) =>
    manager.query(`insert into territory (code, name, level, parent_code) values ('32', 'Jawa Barat', 'province', null),
      ('32.75', 'Kota Bekasi', 'city', '32'), ('32.75.02', 'Bekasi Barat', 'kecamatan', '32.75'),
      ('32.75.03', 'Bekasi Utara', 'kecamatan', '32.75'), ('32.75.02.1001', 'Bintara', 'kelurahan', '32.75.02'),
      ('32.75.02.1002', 'Kranji', 'kelurahan', '32.75.02'), ('32.75.03.1001', 'Kaliabang', 'kelurahan', '32.75.03')`),
  );
  ({ periodId } = await anUnusedOrder(database.source, 30));
  operator = await anOfficer(database.manager, 'dinsos_operator');
  head = await anOfficer(database.manager, 'dinsos_head');
  places = (await needOf(operator)).rows.map(({ code }) => code);
}, 60_000);
beforeEach(async () => {
  today = await new ProgrammeClockRepository(database.manager).today();
});

const needOf = (officer: MadeOfficer, more: object = {}) =>
  new OutreachNeed(database.source).read(commandOf(officer).actor, NeedQuery.parse({ periodId, ...more }));
const [kranji, other] = [() => places[0] ?? '', () => places[1] ?? ''];
const campaign = async (kelurahan: string[] = [kranji()]): Promise<string> =>
  (
    await campaigns().plan(
      commandOf(operator),
      CampaignPlan.parse({ periodId, cityCode: CITY, topic: 'pin', purpose: 'Warga tahu cara memakai PIN', kelurahan }),
    )
  ).id;
const plan = (more: object = {}) => ({
  ...{ kelurahanCode: kranji(), onDay: today, startsAt: '09:00', place: 'Balai warga' },
  ...{ speaker: 'Petugas bank', materials: 'Brosur PIN', ...more },
});
const session = async (more: object = {}): Promise<string> =>
  (await sessions().plan(commandOf(operator), await campaign(), plan(more))).id;
const report = (more: object = {}) => ({
  ...{ version: 1, others: 4, basis: 'Surat dinas', outcome: 'Warga bertanya tentang Bu Sari.', obstacles: 'Hujan.' },
  conclusion: 'Perlu diulang bulan depan.',
  ...more,
});
const find = (id: string, officer = operator) => reader().find(commandOf(officer).actor, id);
const familiesOf = async (id: string, officer = operator) =>
  (await reader().families(commandOf(officer).actor, id, { limit: 500 })).rows;

test('need stands with the counts behind it; where nobody was visited there is none; names are found and sorted', async () => {
  const { rows, cities, cityCode } = await needOf(operator);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.reduce((sum, { credited }) => sum + credited, 0)).toBe(30);
  for (const row of rows) {
    expect(row).toMatchObject({ found: 0, mendableShare: null, need: null, notTransactedShare: 1 });
  }
  expect(cityCode).toBe(CITY);
  expect(cities).toEqual([{ code: CITY, name: 'Kota Bekasi' }]);
  const [first] = rows;
  expect((await needOf(operator, { text: first?.name.toUpperCase() })).rows.map(({ code }) => code)).toContain(
    first?.code,
  );
  const page = await needOf(operator, { limit: 1, sort: 'place' });
  const rest = await needOf(operator, { limit: 500, sort: 'place', cursor: page.next });
  expect([...page.rows, ...rest.rows].map(({ code }) => code)).toEqual(places.toSorted());
});

test('cases that are over say what a session could mend, and the need is the product of both shares', async () => {
  const { order } = await anUnusedOrder(database.source, 9);
  const place = kranji();
  await rowsOf(
    database.manager,
    `insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id, state, finding, deadline_on)
     select e.id, e.period_id, e.city_code, e.kelurahan_code, e.kpm_code, e.amount_rupiah, 'desk:' || e.id, 'lapsed',
            (array['not_informed', 'pin_blocked', 'away'])[1 + row_number() over (order by e.id) % 3], '2023-06-01'
       from entitlement e where e.order_id = $1 and e.kelurahan_code = $2 returning 1`,
    [order.id, place],
  );
  const { rows } = await needOf(operator, { periodId: order.periodId });
  const row = rows.find(({ code }) => code === place);
  if (row === undefined) throw new Error('there are families');
  const mended = row.mendable.not_informed + row.mendable.pin_blocked;
  expect(row.found).toBe(row.credited);
  expect(row.mendableShare).toBeCloseTo(mended / row.found, 10);
  expect(row.need).toBeCloseTo(mended / row.found, 10);
  expect(rows[0]?.code).toBe(place);
});

test('a campaign keeps what was known when it was planned, once for the same command, and only for kelurahan with credits', async () => {
  const context = commandOf(operator);
  const input = CampaignPlan.parse({
    ...{ periodId, cityCode: CITY, topic: 'card', purpose: 'Kartu sampai ke warga' },
    kelurahan: [kranji(), other()],
  });
  const made = await campaigns().plan(context, input);
  expect(await campaigns().plan(context, input)).toEqual(made);
  const details = await campaigns().find(commandOf(head).actor, made.id);
  expect(details).toMatchObject({ state: 'open', places: 2, mayPlan: true, planned: 0 });
  expect(details.kelurahan[0]).toMatchObject({ kelurahanCode: kranji(), found: 0, mendable: 0 });
  expect(await refusalCodeOf(campaign(['32.75.09.1001']))).toBe('OUTREACH_PLACE_UNKNOWN');
  const elsewhere = await anOfficer(database.manager, 'dinsos_operator', { territoryCode: '32.76' });
  expect(await refusalCodeOf(campaigns().plan(commandOf(elsewhere), input))).toBe('OUTREACH_PLACE');
  expect(await refusalCodeOf(campaigns().find(commandOf(elsewhere).actor, made.id))).toBe('OUTREACH_CAMPAIGN_UNKNOWN');
});

test('a session is planned ahead, moved upon the newest plan, held once with its report, and then stays', async () => {
  const id = await campaign();
  const add = (more: object) => sessions().plan(commandOf(operator), id, plan(more));
  expect(await refusalCodeOf(add({ onDay: addCalendarDays(today, -1) }))).toBe('OUTREACH_SESSION_PAST');
  expect(await refusalCodeOf(add({ onDay: addCalendarDays(today, 181) }))).toBe('OUTREACH_SESSION_FAR');
  expect(await refusalCodeOf(add({ kelurahanCode: other() }))).toBe('OUTREACH_PLACE_UNKNOWN');
  const made = (await add({ onDay: addCalendarDays(today, 3) })).id;
  const { kelurahanCode: _place, ...moved } = plan({ place: 'Masjid' });
  const hold = (more: object = {}, officer = operator) => sessions().hold(commandOf(officer), made, report(more));
  expect(await refusalCodeOf(hold())).toBe('OUTREACH_SESSION_TO_COME');
  await sessions().replan(commandOf(operator), made, { version: 1, ...moved });
  expect(await refusalCodeOf(sessions().replan(commandOf(head), made, { version: 1, ...moved }))).toBe(
    'OUTREACH_SESSION_CHANGED',
  );
  expect(await refusalCodeOf(campaigns().close(commandOf(operator), id))).toBe('OUTREACH_SESSIONS_OPEN');
  expect(await refusalCodeOf(hold({ version: 1 }))).toBe('OUTREACH_SESSION_CHANGED');
  await hold({ version: 2 });
  expect(await refusalCodeOf(hold({ version: 2 }))).toBe('OUTREACH_SESSION_HELD');
  const reason = { reason: 'Balai warga dipakai.' };
  expect(await refusalCodeOf(sessions().cancel(commandOf(operator), made, reason))).toBe('OUTREACH_SESSION_HELD');
  const found = await find(made);
  expect(found).toMatchObject({ state: 'held', place: 'Masjid', others: 4, mayPlan: false, mayHold: false });
  expect(found.report?.obstacles).toBe('Hujan.');
  const rows = await rowsOf(database.manager, 'select report_sealed::text from outreach_session where id = $1', [made]);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('Bu Sari').toString('hex'));
  for (const sql of [
    `update outreach_session set others = 1 where id = '${made}'`,
    `delete from outreach_session`,
    `update outreach_place set credited = 1`,
    `update outreach_campaign set purpose = 'lain'`,
  ]) {
    await expect(database.manager.query(sql)).rejects.toThrow();
  }
  await campaigns().close(commandOf(head), id);
  expect(await refusalCodeOf(campaigns().close(commandOf(head), id))).toBe('OUTREACH_CAMPAIGN_CLOSED');
  expect(await refusalCodeOf(add({}))).toBe('OUTREACH_CAMPAIGN_CLOSED');
});

test('families of the kelurahan are invited once, noted, corrected, and added when they come by themselves', async () => {
  const id = await session();
  const lurah = await anOfficer(database.manager, 'lurah', { territoryCode: kranji() });
  const neighbour = await anOfficer(database.manager, 'lurah', { territoryCode: other() });
  const invite = () => attendance().invite(commandOf(lurah), id, { list: 'not_transacted' });
  const { families: first } = await invite();
  expect(first).toBeGreaterThan(1);
  expect(await invite()).toEqual({ families: 0 });
  expect(await refusalCodeOf(attendance().invite(commandOf(neighbour), id, { list: 'credited' }))).toBe(
    'OUTREACH_SESSION_UNKNOWN',
  );
  const list = await familiesOf(id, lurah);
  expect(list).toHaveLength(first);
  expect(list[0]?.nikMasked).toMatch(/^••••/);
  const [one, two] = list;
  if (one === undefined || two === undefined) throw new Error('somebody was invited');
  const mark = (families: string[], state: 'present' | 'represented' | 'absent') =>
    attendance().mark(commandOf(lurah), id, { families, attendance: state });
  await mark([one.id, two.id], 'present');
  await mark([two.id], 'represented');
  expect(await refusalCodeOf(mark([one.id, '999999999'], 'absent'))).toBe('OUTREACH_FAMILY_UNKNOWN');
  await attendance().mark(commandOf(lurah), id, { rest: 'absent' });
  expect(await find(id, lurah)).toMatchObject({ invited: first, present: 1, represented: 1, absent: first - 2 });
  const elsewhere = await rowsOf<{ code: string }>(
    database.manager,
    'select kpm_code as code from entitlement where period_id = $1 and kelurahan_code = $2 limit 1',
    [periodId, other()],
  );
  const add = (kpmCode: string) => attendance().add(commandOf(lurah), id, { kpmCode, attendance: 'present' });
  expect(await refusalCodeOf(add(elsewhere[0]?.code ?? ''))).toBe('OUTREACH_FAMILY_ELSEWHERE');
  expect(await refusalCodeOf(add('KPM-TIDAK-ADA'))).toBe('OUTREACH_FAMILY_UNKNOWN');
  await add(list[2]?.kpmCode ?? '');
  expect((await familiesOf(id, lurah)).filter((family) => family.attendance === 'present')).toHaveLength(2);
  await sessions().hold(commandOf(lurah), id, report());
  expect(await refusalCodeOf(mark([one.id], 'absent'))).toBe('OUTREACH_SESSION_HELD');
  expect(await refusalCodeOf(invite())).toBe('OUTREACH_SESSION_HELD');
});

test('nobody is noted before the day, and a cancelled session takes nothing more', async () => {
  const id = await session({ onDay: addCalendarDays(today, 2) });
  await attendance().invite(commandOf(operator), id, { list: 'credited' });
  expect(await refusalCodeOf(attendance().mark(commandOf(operator), id, { rest: 'absent' }))).toBe(
    'OUTREACH_SESSION_TO_COME',
  );
  await sessions().cancel(commandOf(operator), id, { reason: 'Banjir di balai warga.' });
  expect(await refusalCodeOf(sessions().hold(commandOf(operator), id, report()))).toBe('OUTREACH_SESSION_CANCELLED');
  expect(await find(id)).toMatchObject({ state: 'cancelled', reason: 'Banjir di balai warga.', mayHold: false });
});

test('names leave on paper for who may open records there, and each family’s trail says so', async () => {
  const id = await session();
  await attendance().invite(commandOf(operator), id, { list: 'credited' });
  const person = { fullName: 'Siti Rekaan', address: 'Jalan Rekaan 7', rt: '001', rw: '002' };
  await database.manager.query('update roster_row set sealed = $1', [
    vault.sealBytes(Buffer.from(JSON.stringify(person))),
  ]);
  const sheet = { id, sheet: 1, requestId: 'undangan-1' };
  const { families } = await papers().invitations(commandOf(operator).actor, sheet);
  expect(families.length).toBe((await familiesOf(id)).length);
  expect(families[0]).toMatchObject(person);
  const audit = await new AuditRepository(database.manager).page({ action: 'outreach.invitations', limit: 500 });
  const mine = audit.filter(({ officer }) => officer === operator.fullName);
  expect(mine.filter(({ subjectType }) => subjectType === 'family')).toHaveLength(families.length);
  expect(mine.find(({ subjectType }) => subjectType === 'outreach_session')?.details).toEqual({
    families: families.length,
  });
  expect(await refusalCodeOf(papers().invitations(commandOf(operator).actor, { ...sheet, sheet: 2 }))).toBe(
    'OUTREACH_SHEET_UNKNOWN',
  );
  const ministry = await anOfficer(database.manager, 'programme_officer');
  expect(await refusalCodeOf(papers().invitations(commandOf(ministry).actor, sheet))).toBe('OUTREACH_SESSION_UNKNOWN');
  expect(await refusalCodeOf(papers().report(commandOf(operator).actor, id))).toBe('OUTREACH_NOT_HELD');
});

const lettersOf = async ({ officerId }: MadeOfficer, kind: string) =>
  rowsOf(database.manager, 'select 1 from notification where officer_id = $1 and kind = $2', [officerId, kind]);

test('who holds sessions hears of one, and once its day has passed who planned it and the head hear of it, once', async () => {
  for (const { id } of (
    await reader().list(commandOf(operator).actor, { state: 'planned', sort: 'newest', limit: 500 })
  ).rows) {
    await sessions().cancel(commandOf(operator), id, { reason: 'Bukan bagian uji ini.' });
  }
  const lurah = await anOfficer(database.manager, 'lurah', { territoryCode: kranji() });
  const id = await session({ onDay: addCalendarDays(today, 2) });
  expect(await lettersOf(lurah, 'outreach.planned')).toHaveLength(1);
  const reminder = new RemindOfOutreach(database.source);
  expect((await reminder.look())?.dueAt.slice(0, 10)).toBe(addCalendarDays(today, 2));
  await database.source.transaction((manager) =>
    new ProgrammeClockRepository(manager).moveTo(addCalendarDays(today, 3)),
  );
  await reminder.look();
  await reminder.look();
  for (const one of [operator, head]) expect(await lettersOf(one, 'outreach.late')).toHaveLength(1);
  expect(await lettersOf(lurah, 'outreach.late')).toEqual([]);
  const late = await reader().list(commandOf(lurah).actor, { state: 'late', sort: 'oldest', limit: 10 });
  expect(late.rows.map((row) => row.id)).toEqual([id]);
  await sessions().hold(commandOf(lurah), id, report());
  expect(await reminder.look()).toBeUndefined();
});

/** Ten kelurahan of ten families each; of each so many have not used their money, the rest did so on the fifth day. */
async function aPeriodOf(unused: readonly number[], creditedOn: string): Promise<string> {
  const made = await anUnusedOrder(database.source, 100);
  await corruptly(
    database,
    `with placed as (select id, (row_number() over (order by id) - 1) / 10 as at, (row_number() over (order by id) - 1) % 10 as place
                       from entitlement where period_id = $1)
     update entitlement e set kelurahan_code = '32.75.02.' || (1101 + p.at), credited_on = $3::date,
            state = case when p.place < ($2::int[])[p.at + 1] then 'not_transacted' else 'transacted' end,
            transacted_on = case when p.place < ($2::int[])[p.at + 1] then null else $3::date + 5 end
       from placed p where p.id = e.id`,
    [made.periodId, unused, creditedOn],
  );
  return made.periodId;
}
async function heldIn(period: string, kelurahanCode: string, onDay: string): Promise<void> {
  const { id } = await campaigns().plan(
    commandOf(operator),
    CampaignPlan.parse({
      ...{
        periodId: period,
        cityCode: CITY,
        topic: 'pin',
        purpose: 'Sebelum periode berikut',
        kelurahan: [kelurahanCode],
      },
    }),
  );
  await database.manager.query(
    `insert into outreach_session (campaign_id, kelurahan_code, on_day, starts_at, place, speaker, materials, state, planned_by, planned_at,
       others, report_sealed, ended_by, ended_at)
     values ($1, $2, $3, '09:00', 'Balai', 'Bank', 'Brosur', 'held', $4, now(), 0, 'x', $4, now())`,
    [id, kelurahanCode, onDay, operator.officerId],
  );
}

test('of two periods the effect is what the rules compute from the records, and one session in the days of measurement leaves its kelurahan out', async () => {
  const [before, after] = [
    [3, 3, 2, 3, 2, 3, 2, 3, 3, 2],
    [1, 2, 1, 1, 1, 3, 2, 2, 3, 2],
  ];
  const beforeId = await aPeriodOf(before, '2023-03-20');
  const afterId = await aPeriodOf(after, '2023-06-20');
  const effects = new OutreachEffects(database.source);
  const read = () => effects.read(commandOf(operator).actor, { beforeId, afterId });
  expect(await read()).toMatchObject({ code: 'OUTREACH_TOO_FEW', missingTreated: 5, adjusted: null });
  for (const at of [0, 1, 2, 3, 4]) await heldIn(beforeId, `32.75.02.${1101 + at}`, '2023-05-10');
  const uses = before.map((unused, at) => ({
    code: `32.75.02.${1101 + at}`,
    before: { families: 10, unused },
    after: { families: 10, unused: after[at] ?? 0 },
  }));
  const expected = outreachEffect(uses.slice(0, 5), uses.slice(5));
  if (expected.code !== null) throw new Error('there is an answer');
  const found = await read();
  expect(found).toMatchObject({ code: null, touched: 0, days: 30, treated: { kelurahan: 5, familiesBefore: 50 } });
  expect(found.adjusted?.effect).toBeCloseTo(expected.adjusted.effect, 12);
  expect(found.adjusted?.low).toBeCloseTo(expected.adjusted.low, 12);
  expect(found.plain?.high).toBeCloseTo(expected.plain.high, 12);
  await heldIn(beforeId, '32.75.02.1101', '2023-04-01');
  expect(await read()).toMatchObject({ code: 'OUTREACH_TOO_FEW', missingTreated: 1, touched: 1, adjusted: null });
});

test('of two periods with too few kelurahan the effect says what is missing, and gives no number', async () => {
  const later = await anUnusedOrder(database.source, 12);
  const effect = await new OutreachEffects(database.source).read(commandOf(operator).actor, {
    ...{ beforeId: periodId, afterId: later.periodId },
  });
  expect(effect).toMatchObject({ cityCode: CITY, adjusted: null, plain: null, days: 30 });
  expect(effect).toMatchObject({ code: 'OUTREACH_TOO_FEW' });
  expect(effect.missingTreated + effect.missingOthers).toBeGreaterThan(0);
  const same = { beforeId: later.periodId, afterId: periodId };
  expect(await refusalCodeOf(new OutreachEffects(database.source).read(commandOf(operator).actor, same))).toBe(
    'OUTREACH_PERIODS',
  );
});
