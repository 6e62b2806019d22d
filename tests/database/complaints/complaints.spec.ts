import { randomUUID } from 'node:crypto';
import { Commands, ComplaintDesk, FollowComplaint, loadPolicy, PublicComplaints, PublicDoor } from '#application';
import { addCalendarDays, type ComplaintKind } from '#domain';
import { PersonVault, ProgrammeClockRepository, ReferenceRepository } from '#persistence';
import { loadWorkingCalendar, readPolicies } from '#policies';
import { commandOf } from '../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const calendar = loadWorkingCalendar();
const people = (): PublicComplaints =>
  new PublicComplaints(database.source, vault, calendar, new PublicDoor(database.source, vault));
const desk = (): ComplaintDesk => new ComplaintDesk(vault, calendar, new Commands(database.source));
const clock = (): FollowComplaint => new FollowComplaint(database.source, calendar);

let operator: MadeOfficer;
let head: MadeOfficer;
let mayor: MadeOfficer;
let ministry: MadeOfficer;
beforeAll(async () => {
  for (const policy of readPolicies()) await loadPolicy(database.manager, policy);
  const city = { code: '32.75', name: 'Kota Bekasi', level: 'city', parentCode: null };
  await new ReferenceRepository(database.manager).addTerritories([city]);
  await aPeriod(database.manager);
  // Specs move the calendar on, and the city stays mandated meanwhile.
  await database.asOwner((manager) =>
    manager.query(`update mandate set valid_from = '2000-01-01', valid_to = '2199-12-31'`),
  );
  operator = await anOfficer(database.manager, 'dinsos_operator');
  head = await anOfficer(database.manager, 'dinsos_head');
  mayor = await anOfficer(database.manager, 'mayor');
  ministry = await anOfficer(database.manager, 'programme_officer');
});

let visitors = 0;
/** A complaint of somebody at an address of their own. */
async function aComplaint(kind: ComplaintKind) {
  visitors += 1;
  const form = { submissionKey: randomUUID(), kind, cityCode: '32.75', text: 'Uang bulan ini belum masuk ke kartu.' };
  const taken = await people().submit({ ...form, name: '', phone: '', nik: '' }, `10.0.0.${visitors}`);
  const [row] = await database.manager.query<{ id: string }[]>('select id from complaint where number = $1', [
    taken.number,
  ]);
  return { ...taken, id: row?.id ?? '' };
}

const rowOf = async (id: string) => {
  const [row] = await database.manager.query<Record<string, string>[]>(
    `select state, office, due_on::text as due, appeal_until::text as appeal from complaint where id = $1`,
    [id],
  );
  return row ?? {};
};
const moveTo = (day: string) =>
  database.source.transaction((manager) => new ProgrammeClockRepository(manager).moveTo(day));

test('a complaint that nobody answers climbs office by office to the ministry, and is never closed', async () => {
  const { id } = await aComplaint('not_received');
  const offices: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    const { due = '', office = '' } = await rowOf(id);
    offices.push(office);
    expect(await clock().look(id)).toHaveProperty('dueAt');
    await moveTo(addCalendarDays(due, 1));
    await clock().look(id);
    // Looking again changes nothing.
    const after = await rowOf(id);
    await clock().look(id);
    expect(await rowOf(id)).toEqual(after);
  }
  expect(offices).toEqual(['dinsos_operator', 'dinsos_head', 'mayor', 'programme_officer', 'programme_officer']);
  expect((await rowOf(id))['state']).toBe('received');
  const [notified] = await database.manager.query<{ count: number }[]>(
    `select count(*)::int as count from notification where officer_id = $1 and details ->> 'event' = 'escalated'`,
    [ministry.officerId],
  );
  expect(notified?.count).toBeGreaterThan(0);
});

test('the clock of a complaint stands while it waits, and runs on with the days it stood', async () => {
  const { id, dueOn } = await aComplaint('wrong_data');
  const today = await new ProgrammeClockRepository(database.manager).today();
  const until = addCalendarDays(today, 7);
  const wait = { waitingFor: 'register', until, note: 'Dukcapil memeriksa nama' } as const;
  await desk().wait(commandOf(operator), id, wait);
  expect(
    await refusalCodeOf(desk().answer(commandOf(operator), id, { outcome: 'granted', text: 'Sudah diperbaiki.' })),
  ).toBe('COMPLAINT_STATE');
  await moveTo(addCalendarDays(until, 1));
  await clock().look(id);
  const after = await rowOf(id);
  expect(after).toMatchObject({ state: 'in_work', office: 'dinsos_operator' });
  expect((after['due'] ?? '') > dueOn).toBe(true);
  const far = { ...wait, until: addCalendarDays(until, 200) };
  expect(await refusalCodeOf(desk().wait(commandOf(operator), id, far))).toBe('COMPLAINT_DAY');
});

test('an answer is final only after its term; an appeal is decided by none of those who answered', async () => {
  const first = await aComplaint('goods');
  await desk().answer(commandOf(operator), first.id, { outcome: 'rejected', text: 'Harga sesuai daftar harga.' });
  const { appeal = '' } = await rowOf(first.id);
  const held = { number: first.number, secret: first.secret };
  expect(await people().follow(held, '10.1.0.1')).toMatchObject({ stage: 'answered', mayAppeal: true });
  await people().appeal({ ...held, text: 'Harga di warung lain lebih murah.' }, '10.1.0.1');
  expect(await rowOf(first.id)).toMatchObject({ state: 'appealed', office: 'dinsos_head' });
  const decision = { result: 'changed', outcome: 'granted', text: 'Pengaduan dikabulkan, warung ditegur.' } as const;
  expect(await refusalCodeOf(desk().decide(commandOf(operator), first.id, decision))).toBe('COMPLAINT_NOT_YOURS');
  await desk().decide(commandOf(head), first.id, decision);
  expect(await people().follow(held, '10.1.0.1')).toMatchObject({ stage: 'closed', outcome: 'granted' });

  const second = await aComplaint('goods');
  await desk().answer(commandOf(operator), second.id, { outcome: 'informed', text: 'Daftar harga ada di kelurahan.' });
  const until = (await rowOf(second.id))['appeal'] ?? '';
  await clock().look(second.id);
  expect((await rowOf(second.id))['state']).toBe('answered');
  await moveTo(addCalendarDays(until > appeal ? until : appeal, 1));
  expect(await clock().look(second.id)).toEqual({ isOver: true });
  expect((await rowOf(second.id))['state']).toBe('final');
});

test('a restricted complaint is answered by two named persons, and nobody else can touch it', async () => {
  const { id } = await aComplaint('extortion');
  const answer = { outcome: 'granted', text: 'Uang dikembalikan, petugas diperiksa.' } as const;
  expect(await refusalCodeOf(desk().answer(commandOf(operator), id, answer))).toBe('COMPLAINT_UNKNOWN');
  expect(await refusalCodeOf(desk().take(commandOf(ministry), id))).toBe('COMPLAINT_UNKNOWN');
  await desk().answer(commandOf(head), id, answer);
  expect(await refusalCodeOf(desk().approve(commandOf(head), id))).toBe('COMPLAINT_SECOND');
  await desk().giveBack(commandOf(mayor), id, { note: 'Sebutkan jumlah uangnya.' });
  await desk().answer(commandOf(head), id, answer);
  await desk().approve(commandOf(mayor), id);
  expect((await rowOf(id))['state']).toBe('answered');
});

test('a complaint about the head of the social office begins at the mayor, and that head never learns of it', async () => {
  const { id } = await aComplaint('leadership');
  expect((await rowOf(id))['office']).toBe('mayor');
  const answer = { outcome: 'granted', text: 'Kepala dinas dibebastugaskan selama pemeriksaan.' } as const;
  for (const one of [operator, head]) {
    expect(await refusalCodeOf(desk().take(commandOf(one), id))).toBe('COMPLAINT_UNKNOWN');
    expect(await refusalCodeOf(desk().answer(commandOf(one), id, answer))).toBe('COMPLAINT_UNKNOWN');
  }
  const other = await aComplaint('extortion');
  expect(await refusalCodeOf(desk().merge(commandOf(mayor), id, { into: other.number }))).toBe('COMPLAINT_MERGE');
  await desk().answer(commandOf(mayor), id, answer);
  expect(await refusalCodeOf(desk().approve(commandOf(mayor), id))).toBe('COMPLAINT_SECOND');
  expect(await refusalCodeOf(desk().approve(commandOf(head), id))).toBe('COMPLAINT_UNKNOWN');
  await desk().approve(commandOf(ministry), id);
  expect((await rowOf(id))['state']).toBe('answered');
});

test('a repeat has the answer of the complaint it repeats', async () => {
  const [main, repeat, restricted] = [
    await aComplaint('not_received'),
    await aComplaint('not_received'),
    await aComplaint('card_held'),
  ];
  const into = (complaint: { number: string }) => ({ into: complaint.number });
  expect(await refusalCodeOf(desk().merge(commandOf(operator), main.id, into(main)))).toBe('COMPLAINT_MERGE');
  expect(await refusalCodeOf(desk().merge(commandOf(head), main.id, into(restricted)))).toBe('COMPLAINT_MERGE');
  await desk().merge(commandOf(operator), repeat.id, into(main));
  // What others were merged into may turn out to be a repeat itself.
  const first = await aComplaint('not_received');
  await desk().merge(commandOf(operator), main.id, into(first));
  await desk().answer(commandOf(operator), first.id, { outcome: 'granted', text: 'Uang masuk hari ini.' });
  const followed = await people().follow({ number: repeat.number, secret: repeat.secret }, '10.1.0.2');
  expect(followed).toMatchObject({ stage: 'answered', answer: 'Uang masuk hari ini.', mayAppeal: false });
  expect(await clock().look(repeat.id)).toEqual({ isOver: true });
});

test('whoever guesses at a secret is stopped, and shuts nobody out who holds it', async () => {
  const { number, secret } = await aComplaint('information');
  const guess = () => refusalCodeOf(people().follow({ number, secret: 'AAAA-AAAA' }, '10.1.0.9'));
  for (let tries = 0; tries < 10; tries += 1) expect(await guess()).toBe('COMPLAINT_HELD_UNKNOWN');
  expect(await guess()).toBe('PUBLIC_TOO_MANY');
  for (let looks = 0; looks < 30; looks += 1) {
    expect(await people().follow({ number, secret }, '10.1.0.10')).toMatchObject({ stage: 'received' });
  }
});

test('numbers do not tell how many there are', async () => {
  const numbers = [await aComplaint('information'), await aComplaint('card_held'), await aComplaint('information')].map(
    ({ number }) => Number(number.split('-')[2]),
  );
  expect(new Set(numbers).size).toBe(3);
  expect(numbers.every((one, index) => index === 0 || one - (numbers[index - 1] ?? 0) === 1)).toBe(false);
});

test('the database keeps what was said, and nothing of it can be read there', async () => {
  const { id } = await aComplaint('information');
  const [row] = await database.manager.query<object[]>('select * from complaint where id = $1', [id]);
  expect(JSON.stringify(row)).not.toContain('belum masuk');
  await expect(database.manager.query(`update complaint set kind = 'other' where id = $1`, [id])).rejects.toThrow(
    'not rewritten',
  );
  await expect(database.manager.query(`update complaint set state = 'final' where id = $1`, [id])).rejects.toThrow();
});
