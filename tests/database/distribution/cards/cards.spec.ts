import { CardDesk, CardFileIntake, CardQuery, CardReader, Commands, loadPolicy, RemindOfCards } from '#application';
import { addCalendarDays, type CardState } from '#domain';
import { PersonVault, ProgrammeClockRepository, ReferenceRepository, rowOf, rowsOf } from '#persistence';
import { loadWorkingCalendar, readPolicies } from '#policies';
import {
  cardFile,
  cardNikOf,
  KELURAHAN,
  type MadeCardLine,
  numberOf,
  refOf,
  sendCards,
} from '../../../support/factories/cards.js';
import { commandOf } from '../../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../../support/factories/officers.js';
import { refusalCodeOf } from '../../../support/factories/refusal-codes.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const calendar = loadWorkingCalendar();
const intake = (): CardFileIntake => new CardFileIntake(database.source, vault, calendar);
const desk = (): CardDesk => new CardDesk(vault, calendar, new Commands(database.source));
const reader = (): CardReader => new CardReader(database.source, vault);
const diary = (): RemindOfCards => new RemindOfCards(database.source, calendar);

const OTHER = '32.75.02.1002';
/** Where one card lies, and no other spec's: a place hears of all its late cards together. */
const ALONE = '32.75.02.1003';
const DAY = '2023-03-01';
const NOTE = 'Ketua RT 02 menyatakan dengan surat 4/2023.';
let bank: MadeOfficer;
let lurah: MadeOfficer;
let tksk: MadeOfficer;
let head: MadeOfficer;
beforeAll(async () => {
  for (const policy of readPolicies()) await loadPolicy(database.manager, policy);
  await new ReferenceRepository(database.manager).addTerritories([
    { code: '32.75', name: 'Kota Bekasi', level: 'city', parentCode: null },
    { code: '32.75.02', name: 'Bekasi Barat', level: 'kecamatan', parentCode: '32.75' },
    { code: KELURAHAN, name: 'Bintara', level: 'kelurahan', parentCode: '32.75.02' },
    { code: OTHER, name: 'Kranji', level: 'kelurahan', parentCode: '32.75.02' },
    { code: ALONE, name: 'Kota Baru', level: 'kelurahan', parentCode: '32.75.02' },
  ]);
  bank = await anOfficer(database.manager, 'bank_officer');
  lurah = await anOfficer(database.manager, 'lurah');
  tksk = await anOfficer(database.manager, 'tksk');
  head = await anOfficer(database.manager, 'dinsos_head');
  await moveTo(addCalendarDays(DAY, 10));
}, 60_000);

const moveTo = (day: string) =>
  database.source.transaction((manager) => new ProgrammeClockRepository(manager).moveTo(day));
const today = () => new ProgrammeClockRepository(database.manager).today();

let last = 0;
const aCard = (): number => (last += 1);
const send = (lines: readonly MadeCardLine[], more = {}) => sendCards(intake(), bank, cardFile(lines), more);
const rowFor = async (card: number) =>
  (await reader().list(commandOf(bank).actor, CardQuery.parse({ text: refOf(card) }))).rows[0];
const idOf = async (card: number): Promise<string> => (await rowFor(card))?.id ?? '';
const say = async (officer: MadeOfficer, card: number, saying: object) =>
  desk().say(commandOf(officer), await idOf(card), saying as never);
const casesOf = async (card: number) =>
  rowsOf<{ closedFor: string | null; dueOn: string | null }>(
    database.manager,
    `select k.closed_for as "closedFor", k.due_on::text as "dueOn" from card_case k join card c on c.id = k.card_id where c.ref = $1 order by k.opened_on, k.id`,
    [refOf(card)],
  );
/** A card that lies at the kelurahan. */
const atPlace = async (more: Partial<MadeCardLine> = {}): Promise<number> => {
  const card = aCard();
  await send([
    { card, kind: 'printed', on: DAY, ...more },
    { card, kind: 'at_place', on: addCalendarDays(DAY, 2), ...more },
  ]);
  return card;
};

test('a file is taken once; the same again is the first, and numbers lie nowhere in the clear', async () => {
  const card = aCard();
  const lines: MadeCardLine[] = [
    { card, kind: 'printed', on: DAY },
    { card, kind: 'at_branch', on: addCalendarDays(DAY, 1) },
  ];
  expect(await send(lines)).toMatchObject({ isNew: true, rows: 2, cards: 1, words: 2, refused: 0 });
  const again = await send(lines);
  expect(again).toMatchObject({ isNew: false, rows: 2, words: 2 });
  const [kept] = await rowsOf<Record<string, unknown>>(database.manager, 'select * from card where ref = $1', [
    refOf(card),
  ]);
  expect(JSON.stringify(kept)).not.toContain(numberOf(card));
  expect(JSON.stringify(kept)).not.toContain(cardNikOf(card));
  expect(vault.openBytes(kept?.['number_sealed'] as Buffer).toString()).toBe(numberOf(card));
  expect(await rowFor(card)).toMatchObject({ state: 'at_branch', since: addCalendarDays(DAY, 1), dueOn: '2023-03-09' });
});

test('a rehearsal shows what a file would do and changes nothing', async () => {
  const card = aCard();
  const would = await send([{ card, kind: 'printed', on: DAY }], { isRehearsal: true });
  expect(would).toMatchObject({ id: null, isNew: true, cards: 1, words: 1 });
  expect(await rowFor(card)).toBeUndefined();
  expect(
    await rowsOf(database.manager, `select from audit_entry where action = 'card.file-taken' and subject_id = $1`, [
      '',
    ]),
  ).toEqual([]);
});

test('lines in any order, over any files, come to the same card', async () => {
  const way: readonly [CardState, number][] = [
    ['printed', 0],
    ['at_branch', 1],
    ['at_place', 2],
    ['not_handed_over', 5],
    ['returned', 8],
  ];
  const comes = async (order: readonly number[]) => {
    const card = aCard();
    for (const at of order) {
      const [kind, days] = way[at] ?? (['printed', 0] as const);
      const reason = kind === 'not_handed_over' ? ('moved' as const) : undefined;
      await send([{ card, kind, on: addCalendarDays(DAY, days), reason }]);
      await send([
        { card, kind, on: addCalendarDays(DAY, days), reason },
        { card, kind: 'printed', on: DAY },
      ]);
    }
    const { state, since, reason, contradicted, dueOn, hasCase } = (await rowFor(card)) ?? {};
    return { state, since, reason, contradicted, dueOn, hasCase };
  };
  const straight = await comes([0, 1, 2, 3, 4]);
  expect(straight).toMatchObject({ state: 'returned', reason: 'moved', contradicted: 0, hasCase: true });
  for (const order of [
    [4, 3, 2, 1, 0],
    [2, 0, 4, 1, 3],
    [4, 0],
    [3, 4],
  ]) {
    const come = await comes(order.length === 5 ? order : [...order, 1, 2, 3]);
    expect(come).toEqual(straight);
  }
});

test('each line that cannot be used is named by row and column, kept sealed, and stops no other', async () => {
  const [card, other] = [aCard(), aCard()];
  await send([{ card, kind: 'printed', on: DAY }]);
  const taken = await send([
    { card: other, kind: 'printed', on: DAY },
    { card, kind: 'at_branch', on: DAY, number: numberOf(99_999) },
    { card, kind: 'at_branch', on: DAY, nik: cardNikOf(99_999) },
    { card, kind: 'at_branch', on: DAY, place: '99.99.99.9999' },
    { card, kind: 'at_branch', on: '2023-13-01' },
    { card: aCard(), kind: 'printed', on: DAY, number: numberOf(card) },
    { card: other, kind: 'at_branch', on: DAY, place: OTHER },
    { card: other, kind: 'at_place', on: DAY, replaces: 88_888 },
  ]);
  expect(taken).toMatchObject({ rows: 8, cards: 1, refused: 5 });
  const found = taken.findings.map(({ rowNumber, column, finding }) => `${rowNumber} ${column} ${finding}`);
  // What only says that no list names the family comes last, once for each card.
  expect(found.slice(7).map((line) => line.split(' ')[2])).toEqual(['FAMILY_UNKNOWN', 'FAMILY_UNKNOWN']);
  expect(found.slice(0, 7)).toEqual([
    ...['3 NOKARTU NUMBER_OTHER', '4 NIK FAMILY_OTHER', '5 KODE_KELURAHAN PLACE', '6 TANGGAL DAY'],
    ...['7 NOKARTU NUMBER_TAKEN', '8 KODE_KELURAHAN PLACE_OTHER', '9 PENGGANTI REPLACES'],
  ]);
  const [kept] = await rowsOf<{ sealed: Buffer }>(
    database.manager,
    'select row_sealed as sealed from card_finding where file_id = $1 and row_number = 6',
    [taken.id],
  );
  expect(JSON.parse(vault.openBytes(kept?.sealed ?? Buffer.alloc(0)).toString())).toMatchObject({
    TANGGAL: '2023-13-01',
  });
  expect(await rowFor(other)).toMatchObject({ state: 'at_place', territoryCode: KELURAHAN });
});

test('what cannot be true is a finding; a second person sets it aside, and it stays readable', async () => {
  const card = aCard();
  const taken = await send([
    { card, kind: 'handed_over', on: addCalendarDays(DAY, 3) },
    { card, kind: 'returned', on: addCalendarDays(DAY, 5) },
  ]);
  expect(taken.findings.map(({ finding }) => finding)).toContain('CONTRADICTED');
  expect(await rowFor(card)).toMatchObject({ state: 'handed_over', contradicted: 1 });
  const { words } = await reader().find(commandOf(head).actor, await idOf(card));
  const handed = words.find(({ kind }) => kind === 'handed_over');
  expect(words.find(({ isContradicted }) => isContradicted)?.kind).toBe('returned');
  const setAside = async (officer: MadeOfficer) =>
    desk().setAside(commandOf(officer), await idOf(card), { wordId: handed?.id ?? '', note: NOTE });
  expect(await refusalCodeOf(setAside(lurah))).toBe('CARD_NOT_YOURS');
  await setAside(head);
  expect(await rowFor(card)).toMatchObject({ state: 'returned', contradicted: 0, hasCase: true });
  expect(await refusalCodeOf(setAside(head))).toBe('CARD_WORD_UNKNOWN');
  const after = await reader().find(commandOf(head).actor, await idOf(card));
  expect(after.words.find(({ id }) => id === handed?.id)).toMatchObject({ isVoid: true });
  const one = after.words.find(({ kind }) => kind === 'returned');
  const lastWord = desk().setAside(commandOf(head), await idOf(card), { wordId: one?.id ?? '', note: NOTE });
  expect(await refusalCodeOf(lastWord)).toBe('CARD_LAST_WORD');
});

test('a card is handed over by its kelurahan, and nothing is said of it from elsewhere or of tomorrow', async () => {
  const card = await atPlace();
  const handedOver = { kind: 'handed_over', happenedOn: addCalendarDays(DAY, 4) };
  expect(await refusalCodeOf(say(bank, card, handedOver))).toBe('CARD_NOT_YOURS');
  expect(await refusalCodeOf(say(head, card, handedOver))).toBe('CARD_NOT_YOURS');
  const elsewhere = await anOfficer(database.manager, 'lurah', { territoryCode: OTHER });
  expect(await refusalCodeOf(say(elsewhere, card, handedOver))).toBe('CARD_UNKNOWN');
  expect(await refusalCodeOf(say(lurah, card, { ...handedOver, happenedOn: '2999-01-01' }))).toBe('CARD_DAY');
  expect(await refusalCodeOf(say(lurah, card, { ...handedOver, happenedOn: addCalendarDays(DAY, -9) }))).toBe(
    'CARD_STATE',
  );
  await say(lurah, card, handedOver);
  expect(await rowFor(card)).toMatchObject({ state: 'handed_over', dueOn: null, hasCase: false });
  expect(await refusalCodeOf(say(tksk, card, handedOver))).toBe('CARD_SAID');
  expect(
    await refusalCodeOf(say(lurah, card, { ...handedOver, kind: 'not_handed_over', reason: 'died', note: NOTE })),
  ).toBe('CARD_STATE');
});

test('a card not handed over has a reason with what it stands on; one that costs the aid is confirmed by a second person', async () => {
  const card = await atPlace();
  const not = { kind: 'not_handed_over', happenedOn: addCalendarDays(DAY, 4) };
  expect(await refusalCodeOf(say(tksk, card, not))).toBe('CARD_REASON');
  expect(await refusalCodeOf(say(tksk, card, { ...not, reason: 'moved' }))).toBe('CARD_REASON');
  await say(tksk, card, { ...not, reason: 'moved', note: NOTE });
  expect(await rowFor(card)).toMatchObject({
    state: 'not_handed_over',
    reason: 'moved',
    isConfirmed: false,
    hasCase: true,
  });
  const { mayConfirm, words } = await reader().find(commandOf(head).actor, await idOf(card));
  expect(words.at(-1)).toMatchObject({ note: NOTE, reason: 'moved' });
  const confirm = async (officer: MadeOfficer) =>
    desk().confirm(commandOf(officer), await idOf(card), { wordId: mayConfirm ?? '' });
  expect(await refusalCodeOf(confirm(tksk))).toBe('CARD_NOT_YOURS');
  await confirm(head);
  expect(await rowFor(card)).toMatchObject({ isConfirmed: true, hasCase: false });
  expect(await casesOf(card)).toEqual([{ closedFor: 'confirmed', dueOn: expect.any(String) as string }]);
  expect(await refusalCodeOf(confirm(head))).toBe('CARD_STATE');
  // The family came after all.
  await say(tksk, card, { kind: 'handed_over', happenedOn: addCalendarDays(DAY, 6) });
  expect(await rowFor(card)).toMatchObject({ state: 'handed_over', reason: '', isConfirmed: false });
});

test('a bank that says no reason leaves a case, and the reason may come when the card is back already', async () => {
  const card = aCard();
  await send([
    { card, kind: 'at_place', on: DAY },
    { card, kind: 'not_handed_over', on: addCalendarDays(DAY, 3) },
    { card, kind: 'returned', on: addCalendarDays(DAY, 5) },
  ]);
  expect(await rowFor(card)).toMatchObject({ state: 'returned', reason: '', hasCase: true });
  const why = { kind: 'not_handed_over', reason: 'under_age', note: NOTE, happenedOn: addCalendarDays(DAY, 4) };
  await say(lurah, card, why);
  expect(await rowFor(card)).toMatchObject({ state: 'returned', reason: 'under_age', hasCase: false });
  expect(await casesOf(card)).toMatchObject([{ closedFor: 'reasoned' }]);
});

test('a card that the bank made badly or keeps is never a family’s case', async () => {
  const bad = await atPlace();
  await say(lurah, bad, {
    kind: 'not_handed_over',
    happenedOn: addCalendarDays(DAY, 4),
    reason: 'damaged',
    note: NOTE,
  });
  expect(await casesOf(bad)).toEqual([]);
  const kept = aCard();
  await send([{ card: kept, kind: 'at_branch', on: DAY }]);
  await moveTo(addCalendarDays(DAY, 60));
  await diary().look();
  expect(await rowFor(kept)).toMatchObject({ state: 'at_branch', isLate: true, hasCase: false });
  expect(await casesOf(kept)).toEqual([]);
});

const lettersOf = ({ officerId }: MadeOfficer) =>
  rowsOf<{ details: Record<string, unknown> }>(
    database.manager,
    `select details from notification where officer_id = $1 and kind = 'card.late' order by id`,
    [officerId],
  );

test('a hand-over day that passes in silence is heard of once, and becomes a case until a word comes', async () => {
  const now = await today();
  const until = addCalendarDays(now, 5);
  const card = aCard();
  const its = await anOfficer(database.manager, 'lurah', { territoryCode: ALONE });
  await send([{ card, kind: 'at_place', on: now, until, place: ALONE }]);
  expect(await rowFor(card)).toMatchObject({ dueOn: until, isLate: false, hasCase: false });
  const next = (await diary().look())?.dueAt.slice(0, 10) ?? '';
  expect(next >= now && next <= until).toBe(true);
  await moveTo(addCalendarDays(now, 6));
  await diary().look();
  await diary().look();
  const heard = (await lettersOf(its)).map(({ details }) => details);
  expect(heard).toEqual([{ cards: 1, keeper: 'place', territoryCode: ALONE }]);
  expect(await rowFor(card)).toMatchObject({ isLate: true, hasCase: true });
  expect((await lettersOf(bank)).every(({ details }) => details['keeper'] === 'bank')).toBe(true);
  await say(its, card, { kind: 'handed_over', happenedOn: addCalendarDays(now, 6) });
  expect(await casesOf(card)).toMatchObject([{ closedFor: 'handed_over' }]);
});

test('a card made in another’s place knows it, and the old one is destroyed after it was handed over', async () => {
  const [old, fresh] = [aCard(), aCard()];
  await send([{ card: old, kind: 'handed_over', on: DAY }]);
  await send([
    { card: fresh, kind: 'printed', on: addCalendarDays(DAY, 3), replaces: old },
    { card: old, kind: 'destroyed', on: addCalendarDays(DAY, 3) },
  ]);
  const found = await reader().find(commandOf(bank).actor, await idOf(fresh));
  expect(found).toMatchObject({ replacesRef: refOf(old), replacesId: await idOf(old) });
  expect(await rowFor(old)).toMatchObject({ state: 'destroyed', contradicted: 0 });
});

test('a bank sees its own cards and nobody else’s; others those of their territory', async () => {
  const card = await atPlace();
  const rival = await rowOf<{ officerId: string }>(
    database.manager,
    `with o as (insert into office (name, level, territory_code) values ('Bank lain', 'nation', 'ID') returning id),
          p as (insert into officer (username, full_name, password_hash) values ('bank.lain', 'Petugas lain', 'x') returning id)
     insert into appointment (officer_id, office_id, role, valid_from) select p.id, o.id, 'bank_officer', '2020-01-01' from o, p
     returning officer_id as "officerId"`,
  );
  const appointment = { ...bank.appointments[0], officeName: 'Bank lain' };
  const other = { ...bank, officerId: rival?.officerId ?? '', appointments: [appointment] } as MadeOfficer;
  const listed = async (officer: MadeOfficer) =>
    (await reader().list(commandOf(officer).actor, CardQuery.parse({ limit: 500 }))).rows;
  expect(await listed(other)).toEqual([]);
  const id = await idOf(card);
  expect(await refusalCodeOf(reader().find(commandOf(other).actor, id))).toBe('CARD_UNKNOWN');
  const taken = await sendCards(intake(), other, cardFile([{ card, kind: 'destroyed', on: addCalendarDays(DAY, 9) }]));
  expect(taken).toMatchObject({ cards: 0, refused: 1 });
  expect((await intake().list(commandOf(other).actor)).files).toHaveLength(1);
  const elsewhere = await anOfficer(database.manager, 'lurah', { territoryCode: OTHER });
  expect((await listed(elsewhere)).map((row) => row.id)).not.toContain(id);
  expect((await listed(lurah)).map((row) => row.id)).toContain(id);
  expect(await refusalCodeOf(sendCards(intake(), lurah, cardFile([{ card, kind: 'printed', on: DAY }])))).toBe(
    'CARD_BANK',
  );
});
