import fc from 'fast-check';
import { decisionsFor, DOUBT_KINDS, type DoubtDecision, type DoubtState, exclusionOf } from '#domain';
import {
  DecreeRepository,
  DoubtPageRepository,
  DoubtRepository,
  inTransaction,
  RosterRowRepository,
  rowsOf,
} from '#persistence';
import { aCheckList, matched, openDoubts } from '../../support/factories/doubts.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { aVerifiedRoster, KELURAHAN, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const explanation = 'KTP asli dilihat di kelurahan 9 Maret';
const doubtsOf = (rosterId: string) =>
  new DoubtPageRepository(database.manager).page({ rosterId, territories: ['ID'], limit: 100 });
const excludedOf = async ({ periodId, cityCode }: MadePeriod, rosterId: string) =>
  (await inTransaction(database.source, (manager) => new DecreeRepository(manager).draft(periodId, cityCode, rosterId)))
    .excluded;

/** Six families: the first matched, the others answered otherwise or not at all; every one eligible. */
async function aDoubtedList() {
  const period = await aPeriod(database.manager);
  const rows = rowsFor(6);
  const rosterId = await aVerifiedRoster(database.source, period, rows);
  await rowsOf(database.manager, 'update roster_row set match_result = null where roster_id = $1', [rosterId]);
  const answers = ['matched', 'not_matched', 'duplicate', 'dead', 'no_document'];
  await matched(
    database.source,
    rosterId,
    answers.map((result, index) => [rows[index], result] as const),
  );
  await openDoubts(database.source, rosterId);
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  const decide = async (decisions: readonly DoubtDecision[]) => {
    const doubts = await doubtsOf(rosterId);
    const desk = new DoubtRepository(database.manager);
    for (const [index, decision] of decisions.entries()) {
      await desk.propose(doubts[index]?.id ?? '', officerId, { decision, explanation });
    }
  };
  const settle = async (round = 1) =>
    inTransaction(database.source, (manager) => new DoubtRepository(manager).settle(rosterId, round));
  return { period, rosterId, decide, settle };
}

test('whom the registry did not match, or never named, is asked about once, however often one looks', async () => {
  const { rosterId } = await aDoubtedList();
  await openDoubts(database.source, rosterId);

  expect((await doubtsOf(rosterId)).map(({ kind, basis }) => `${kind} ${basis}`)).toEqual([
    ...['identity not_matched', 'identity duplicate', 'identity dead', 'identity no_document', 'identity absent'],
  ]);
  expect(await new DoubtRepository(database.manager).waiting(rosterId)).toEqual({ families: 5, round: 1 });
});

test('nobody is lost in silence: what is not settled is counted, and what is cleared is paid', async () => {
  const { period, rosterId, decide, settle } = await aDoubtedList();
  expect(await excludedOf(period, rosterId)).toEqual({ unresolved_identity: 5 });

  await decide(['cleared', 'cleared', 'excluded', 'unresolved']);
  expect(await excludedOf(period, rosterId)).toEqual({ unresolved_identity: 5 });

  await settle();
  expect(await excludedOf(period, rosterId)).toEqual({ adjudicated_identity: 1, unresolved_identity: 2 });
});

test('a family that the kelurahan ruled out needs no answer; found eligible after all, it needs one', async () => {
  const { rosterId, decide, settle } = await aDoubtedList();
  const desk = new DoubtRepository(database.manager);
  const [first] = await doubtsOf(rosterId);
  const say = (verdict: string) =>
    rowsOf(database.manager, 'update roster_row set verdict = $2 where id = $1', [first?.rowId, verdict]);
  await say('ineligible');
  expect(await desk.undecided(rosterId)).toBe(4);

  const [, ...others] = await doubtsOf(rosterId);
  expect(others.every(({ isToDecide }) => isToDecide)).toBe(true);
  await decide(['cleared', 'cleared', 'cleared', 'cleared', 'cleared']);
  await settle();
  expect(await desk.waiting(rosterId)).toEqual({ families: 0, round: 2 });

  const next = await aDoubtedList();
  const [one] = await doubtsOf(next.rosterId);
  await rowsOf(database.manager, `update roster_row set verdict = 'ineligible' where id = $1`, [one?.rowId]);
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  for (const { id } of (await doubtsOf(next.rosterId)).slice(1)) {
    await desk.propose(id, officerId, { decision: 'cleared', explanation });
  }
  await next.settle();
  expect(await desk.waiting(next.rosterId)).toEqual({ families: 0, round: 2 });
  await rowsOf(database.manager, `update roster_row set verdict = 'eligible' where id = $1`, [one?.rowId]);
  expect(await desk.waiting(next.rosterId)).toEqual({ families: 1, round: 2 });
});

test('a round is settled once: what is proposed after it waits for the next one', async () => {
  const { rosterId, decide, settle } = await aDoubtedList();
  await decide(['cleared']);
  await Promise.all([settle(), settle()]);
  await decide(['cleared', 'excluded']);
  await settle();

  const doubts = await doubtsOf(rosterId);
  expect(doubts.slice(0, 2).map(({ decision, settledAt }) => [decision, settledAt !== null])).toEqual([
    ['cleared', true],
    ['excluded', false],
  ]);
});

test('what two people settled is a record: nobody changes or deletes it', async () => {
  const { rosterId, decide, settle } = await aDoubtedList();
  await decide(['cleared']);
  await settle();
  const [first] = await doubtsOf(rosterId);
  for (const statement of [
    `update family_doubt set decision = 'excluded' where id = $1`,
    'delete from family_doubt where id = $1',
  ]) {
    await expect(rowsOf(database.manager, statement, [first?.id])).rejects.toThrow();
  }
});

test('what is settled is part of what the kelurahan signs, and of nothing elsewhere', async () => {
  const { rosterId, decide, settle } = await aDoubtedList();
  const rows = new RosterRowRepository(database.manager);
  const hashes = () => Promise.all(KELURAHAN.map((code) => rows.listHash(rosterId, code)));
  const before = await hashes();
  await decide(['cleared']);
  expect(await hashes()).toEqual(before);
  await settle();
  const [first] = await doubtsOf(rosterId);
  const changed = (await hashes()).map((hash, index) => (hash === before[index] ? undefined : KELURAHAN[index]));
  expect(changed.filter((code) => code !== undefined)).toEqual([first?.kelurahanCode]);
});

test('readers see what is asked about their own kelurahan', async () => {
  const { rosterId } = await aDoubtedList();
  const page = new DoubtPageRepository(database.manager);
  const [place] = KELURAHAN;
  const own = await page.page({ rosterId, territories: [place], limit: 100 });
  expect(own.map(({ kelurahanCode }) => kelurahanCode)).toEqual([place, place]);
  expect(await page.counts(rosterId, [place])).toEqual([
    { kind: 'identity', decision: null, isSettled: false, families: 2 },
  ]);
  const [first] = await doubtsOf(rosterId);
  await expect(page.find(first?.id ?? '', ['32.76'])).rejects.toMatchObject({ code: 'DOUBT_UNKNOWN' });
});

const states: fc.Arbitrary<DoubtState> = fc.constantFrom(...DOUBT_KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    decision: fc.constantFrom(null, ...decisionsFor(kind)),
    isSettled: fc.boolean(),
  }),
);

test('the decree leaves out whom the rule leaves out, for the same reason', async () => {
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  await aCheckList(database.source, rowsFor(1));
  await fc.assert(
    fc.asyncProperty(fc.array(states, { maxLength: 3 }), async (drawn) => {
      const doubts = drawn.map((one) => ({ ...one, isSettled: one.isSettled && one.decision !== null }));
      const period = await aPeriod(database.manager);
      // The second family is there so that there is always somebody to pay.
      const rosterId = await aVerifiedRoster(database.source, period, rowsFor(2));
      for (const [index, { kind, decision, isSettled }] of doubts.entries()) {
        await rowsOf(
          database.manager,
          `insert into family_doubt (roster_id, roster_row_id, kind, basis, opened_at, decision, proposed_by, proposed_round, settled_at,
                                     check_entry_id, unused_months)
           select roster_id, id, $2, $3, now(), $4, $5::uuid, $6, case when $7 then now() end,
                  case when $2 = 'listed' then (select min(id) from check_list_entry) end, case when $2 = 'unused' then 4 end from roster_row
            where roster_id = $1 and row_number = 1`,
          [
            rosterId,
            kind,
            `b${index}`,
            decision,
            decision === null ? null : officerId,
            decision === null ? null : 1,
            isSettled,
          ],
        );
      }
      const exclusion = exclusionOf(doubts);
      expect(await excludedOf(period, rosterId)).toEqual(exclusion === undefined ? {} : { [exclusion]: 1 });
    }),
    { numRuns: 25 },
  );
});
