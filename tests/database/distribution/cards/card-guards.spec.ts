import fc from 'fast-check';
import { CardFileIntake, CardReader, loadPolicy } from '#application';
import {
  addCalendarDays,
  CARD_REASONS,
  CARD_STATES,
  cardMayBecome,
  type CardWord,
  endOfCase,
  foldCard,
  needsCase,
} from '#domain';
import {
  CardFollowRepository,
  PersonVault,
  ProgrammeClockRepository,
  ReferenceRepository,
  rowOf,
  rowsOf,
} from '#persistence';
import { loadWorkingCalendar, readPolicies } from '#policies';
import { cardFile, KELURAHAN, type MadeCardLine, refOf, sendCards } from '../../../support/factories/cards.js';
import { commandOf } from '../../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../../support/factories/officers.js';
import { refusalCodeOf } from '../../../support/factories/refusal-codes.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const reader = (): CardReader => new CardReader(database.source, vault);
const DAY = '2023-03-01';
let bank: MadeOfficer;
let ministry: MadeOfficer;
let lurah: MadeOfficer;
let fileId: string;
let last = 0;
const aCard = (): number => (last += 1);
const send = (lines: readonly MadeCardLine[]) =>
  sendCards(new CardFileIntake(database.source, vault, loadWorkingCalendar()), bank, cardFile(lines));
const idOf = async (card: number): Promise<string> =>
  (await rowOf<{ id: string }>(database.manager, 'select id from card where ref = $1', [refOf(card)]))?.id ?? '';

beforeAll(async () => {
  for (const policy of readPolicies()) await loadPolicy(database.manager, policy);
  await new ReferenceRepository(database.manager).addTerritories([
    { code: '32.75', name: 'Kota Bekasi', level: 'city', parentCode: null },
    { code: KELURAHAN, name: 'Bintara', level: 'kelurahan', parentCode: '32.75.02' },
    { code: '32.75.03.1001', name: 'Kalibaru', level: 'kelurahan', parentCode: '32.75.03' },
  ]);
  bank = await anOfficer(database.manager, 'bank_officer');
  ministry = await anOfficer(database.manager, 'programme_officer');
  lurah = await anOfficer(database.manager, 'lurah');
  await database.source.transaction((manager) => new ProgrammeClockRepository(manager).moveTo('2023-04-03'));
  fileId = (await send([{ card: aCard(), kind: 'printed', on: DAY }])).id ?? '';
}, 60_000);

test('the database and the domain allow the same ways', async () => {
  const pairs = CARD_STATES.flatMap((from) => CARD_STATES.map((to) => ({ from, to })));
  const allowed = await rowsOf<{ from: string; to: string; may: boolean }>(
    database.manager,
    `select x.from, x.to, card_may_become(x.from, x.to) as may from jsonb_to_recordset($1::jsonb) as x("from" text, "to" text)`,
    [JSON.stringify(pairs)],
  );
  expect(allowed).toEqual(pairs.map(({ from, to }) => ({ from, to, may: cardMayBecome(from, to) })));
});

const aWord = fc
  .record({
    kind: fc.constantFrom(...CARD_STATES),
    days: fc.nat(6),
    reason: fc.constantFrom('' as const, ...CARD_REASONS),
    until: fc.option(fc.nat(20)),
  })
  .map(({ kind, days, reason, until }) => ({
    ...{ kind, on: addCalendarDays(DAY, days), reason: kind === 'not_handed_over' ? reason : ('' as const) },
    untilOn: until === null ? null : addCalendarDays(DAY, days + until),
  }));

test('whatever is said of a card in whatever order, its row is what the domain says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aWord, { minLength: 1, maxLength: 10 }), async (words) => {
      const card = aCard();
      const [first] = words;
      await send([
        {
          card,
          kind: first?.kind ?? 'printed',
          on: first?.on ?? DAY,
          reason: first?.reason === '' ? undefined : first?.reason,
          ...(first?.untilOn ? { until: first.untilOn } : {}),
        },
      ]);
      const id = await idOf(card);
      for (const { kind, on, reason, untilOn } of words.slice(1)) {
        await database.manager.query(
          `insert into card_word (card_id, kind, happened_on, reason, until_on, file_id, noted_at) values ($1, $2, $3, $4, $5, $6, now())
           on conflict do nothing`,
          [id, kind, on, reason, untilOn, fileId],
        );
      }
      const kept = await rowsOf<CardWord>(
        database.manager,
        `select id, kind, happened_on::text as "on", reason, until_on::text as "untilOn" from card_word where card_id = $1`,
        [id],
      );
      const folded = foldCard(kept);
      const row = await rowOf(
        database.manager,
        `select state, since::text as since, reason, reason_word_id as "reasonId", until_on::text as "untilOn", contradicted from card where id = $1`,
        [id],
      );
      const { state, since, reason, reasonId, untilOn, contradicted } = folded ?? { contradicted: [] };
      expect(row).toEqual({ state, since, reason, reasonId, untilOn, contradicted: contradicted.length });
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('cases open and end in the database as the domain says, for every card that there can be', async () => {
  const card = aCard();
  await send([{ card, kind: 'printed', on: DAY }]);
  const id = await idOf(card);
  await database.asOwner(async (owner) => {
    for (const state of CARD_STATES) {
      for (const reason of ['', ...CARD_REASONS] as const) {
        for (const [isConfirmed, isLate] of [
          [false, false],
          [false, true],
          [true, false],
        ] as const) {
          if (reason === '' && isConfirmed) continue;
          await owner.query('begin');
          await owner.query('alter table card disable trigger fold_card');
          await owner.query('alter table card_case disable trigger rows_stay');
          await owner.query('delete from card_case where card_id = $1', [id]);
          await owner.query(
            `update card set state = $2, reason = $3, reason_word_id = case when $3 = '' then null else 1 end, is_confirmed = $4,
                    due_on = programme_today() + $5::int where id = $1`,
            [id, state, reason, isConfirmed, isLate ? -1 : 1],
          );
          const follow = new CardFollowRepository(owner);
          await follow.follow([id]);
          const about = { state, reason, isConfirmed, isLate };
          const opened = await owner.query<unknown[]>('select from card_case where card_id = $1', [id]);
          expect([about, opened.length > 0]).toEqual([about, needsCase(about)]);
          await owner.query('delete from card_case where card_id = $1', [id]);
          await owner.query(`insert into card_case (card_id, opened_on) values ($1, programme_today())`, [id]);
          await follow.follow([id]);
          const closed = await owner.query<{ end: string }[]>(
            'select closed_for as end from card_case where card_id = $1 and closed_on is not null',
            [id],
          );
          expect([about, closed[0]?.end]).toEqual([about, endOfCase(about)]);
          await owner.query('rollback');
        }
      }
    }
  });
}, 60_000);

test('nobody writes a state that no word says, rewrites a word, or takes a card away', async () => {
  const card = aCard();
  await send([{ card, kind: 'at_place', on: DAY }]);
  const id = await idOf(card);
  const codeOf = (sql: string) => refusalCodeOf(database.manager.query(sql, [id]));
  expect(await codeOf(`update card set state = 'handed_over' where id = $1`)).toBe('23001');
  expect(await codeOf(`update card set reason = 'died', reason_word_id = 1 where id = $1`)).toBe('none');
  expect(await rowOf(database.manager, 'select reason from card where id = $1', [id])).toEqual({ reason: '' });
  for (const sql of [
    `update card_word set kind = 'handed_over' where card_id = $1`,
    'delete from card_word where card_id = $1',
    'delete from card where id = $1',
    `update card set ref = 'X' where id = $1`,
  ]) {
    expect(await codeOf(sql)).toBe('42501');
  }
});

test('a word of an officer that the life does not allow is refused, and one without a reason too', async () => {
  const card = aCard();
  await send([{ card, kind: 'handed_over', on: DAY }]);
  const say = async (kind: string, reason: string, note: Buffer | null) =>
    refusalCodeOf(
      database.manager.query(
        `insert into card_word (card_id, kind, happened_on, reason, officer_id, note_sealed, noted_at) values ($1, $2, '2023-03-05', $3, $4, $5, now())`,
        [await idOf(card), kind, reason, lurah.officerId, note],
      ),
    );
  expect(await say('returned', '', null)).toBe('23001');
  expect(await say('not_handed_over', '', null)).toBe('23514');
  expect(await say('not_handed_over', 'died', null)).toBe('23514');
});

test('who gave a reason does not confirm it, whatever the application does', async () => {
  const card = aCard();
  await send([{ card, kind: 'at_place', on: DAY }]);
  const id = await idOf(card);
  const word = await rowOf<{ id: string }>(
    database.manager,
    `insert into card_word (card_id, kind, happened_on, reason, officer_id, note_sealed, noted_at)
     values ($1, 'not_handed_over', '2023-03-05', 'died', $2, '\\x00', now()) returning id`,
    [id, lurah.officerId],
  );
  const confirm = (officerId: string) =>
    refusalCodeOf(
      database.manager.query(
        `insert into card_word (card_id, kind, happened_on, about_id, officer_id, noted_at) values ($1, 'confirmed', '2023-03-06', $2, $3, now())`,
        [id, word?.id, officerId],
      ),
    );
  expect(await confirm(lurah.officerId)).toBe('23001');
  expect(await confirm(ministry.officerId)).toBe('none');
  expect(await rowOf(database.manager, 'select is_confirmed as ok from card where id = $1', [id])).toEqual({
    ok: true,
  });
});

test('every card is somewhere, in the city, its kecamatan and its kelurahan; a row that was tampered with is found', async () => {
  const [one, two] = [aCard(), aCard()];
  await send([
    { card: one, kind: 'not_handed_over', on: DAY, reason: 'died', place: '32.75.03.1001' },
    { card: two, kind: 'at_place', on: DAY, place: '32.75.03.1001' },
  ]);
  const totals = async (territory?: string) => reader().totals(commandOf(ministry).actor, { territory });
  const [nation, city, kecamatan] = [await totals(), await totals('32.75'), await totals('32.75.03')];
  expect(nation.totals.map(({ code }) => code)).toEqual(['32.75']);
  expect(city.totals.map(({ code }) => code)).toEqual(['32.75.02', '32.75.03']);
  expect(kecamatan.totals).toMatchObject([
    { code: '32.75.03.1001', made: 2, addsUp: true, reasons: { died: 1 }, states: { at_place: 1, not_handed_over: 1 } },
  ]);
  expect(city.sum).toEqual(nation.sum);
  expect([nation.sum.addsUp, city.sum.addsUp]).toEqual([true, true]);
  expect(await reader().prove(commandOf(ministry).actor)).toMatchObject({ unproved: 0, refs: [] });

  const id = await idOf(two);
  const tamper = (sql: string) =>
    database.asOwner(async (owner) => {
      await owner.query('alter table card disable trigger fold_card');
      await owner.query(sql, [id]).finally(() => owner.query('alter table card enable trigger fold_card'));
    });
  await tamper(`update card set state = 'handed_over' where id = $1`);
  expect(await reader().prove(commandOf(ministry).actor)).toMatchObject({ unproved: 1, refs: [refOf(two)] });
  await tamper(`update card set state = 'at_place' where id = $1`);
  expect(await reader().prove(commandOf(ministry).actor)).toMatchObject({ unproved: 0 });

  const planted = `insert into card (bank_office_id, ref, number_hash, number_tail, number_sealed, nik_hash, territory_code, state, since)
    select bank_office_id, 'PALSU', '\\x01', '0000', '\\x01', '\\x01', territory_code, 'handed_over', since from card where id = $1`;
  expect(await refusalCodeOf(database.manager.query(planted, [id]))).toBe('23001');
  await database.asOwner(async (owner) => {
    await owner.query('alter table card disable trigger card_heard');
    await owner.query(planted, [id]);
    await owner.query('alter table card enable trigger card_heard');
  });
  const { sum } = await totals('32.75.03');
  expect([sum.made, sum.addsUp]).toEqual([2, false]);
});
