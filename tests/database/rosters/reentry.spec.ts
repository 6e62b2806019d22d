import {
  DecreeRepository,
  DoubtPageRepository,
  DoubtRepository,
  FamilyChangeRepository,
  inTransaction,
  rowsOf,
  type StagedRow,
} from '#persistence';
import { openDoubts } from '../../support/factories/doubts.js';
import { aSentList, familyAt } from '../../support/factories/families.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** A list of a period of its own; the next one is later. */
async function aList(rows: readonly StagedRow[]) {
  const period = await aPeriod(database.manager);
  const rosterId = await aSentList(database.source, period, rows);
  return { period, rosterId };
}
const judge = (rosterId: string, verdict: string, reason: string | null, at: string) =>
  rowsOf(
    database.manager,
    `update roster_row set verdict = $2, verdict_reason = $3, verdict_at = $4 where roster_id = $1 and row_number = 1`,
    [rosterId, verdict, reason, at],
  );
const questionsOf = async (rosterId: string) => {
  await openDoubts(database.source, rosterId);
  const page = new DoubtPageRepository(database.manager);
  return (await page.page({ rosterId, territories: ['ID'], kind: 'excluded', limit: 10 })).map(
    ({ id, basis, voidAt }) => ({ id, basis, isVoid: voidAt !== null }),
  );
};

/** A family that was found capable in one period and stands on the list of the next. */
async function aFamilyThatWasOut() {
  const rows = rowsFor(2);
  const before = await aList(rows);
  await judge(before.rosterId, 'ineligible', 'capable', '2023-01-20T03:00:00Z');
  const now = await aList(rows.map((row) => ({ ...row })));
  const { id: familyId } = await familyAt(database.source, now.rosterId, 1);
  return { before, now, familyId, rows };
}

async function signedReentry(familyId: string): Promise<void> {
  const proposer = await anOfficer(database.manager, 'kelurahan_operator');
  const checker = await anOfficer(database.manager, 'lurah');
  const [paper] = await rowsOf<{ id: string }>(
    database.manager,
    `insert into family_paper (family_id, name, media_type, sha256, size_bytes, sealed, added_by, added_at)
     values ($1, 'surat.pdf', 'application/pdf', gen_random_uuid()::text, 1, 's', $2, programme_now()) returning id`,
    [familyId, proposer.officerId],
  );
  const changes = new FamilyChangeRepository(database.manager);
  const id = await changes.propose({
    ...{ familyId, territoryCode: '32.75.02.1002', field: 'reentry', sealed: Buffer.from('s'), contentHash: 'h' },
    ...{
      newNikHash: null,
      reason: 'kembali tidak mampu',
      paperId: paper?.id ?? '',
      complaintId: null,
      dueOn: '2099-01-01',
    },
    proposedBy: proposer.officerId,
  });
  await changes.decide(id ?? '', 'confirmed', checker.officerId, null);
}

test('who was taken out is asked about on every later list, whatever the kelurahan says now', async () => {
  const { now, rows } = await aFamilyThatWasOut();
  expect(await questionsOf(now.rosterId)).toEqual([
    { id: expect.any(String) as string, basis: 'capable', isVoid: false },
  ]);
  await judge(now.rosterId, 'eligible', null, '2023-03-10T03:00:00Z');
  const decree = await inTransaction(database.source, (manager) =>
    new DecreeRepository(manager).draft(now.period.periodId, now.period.cityCode, now.rosterId),
  );
  expect(decree.excluded).toEqual({ unresolved_excluded: 1 });

  const later = await aList(rows.map((row) => ({ ...row })));
  expect(await questionsOf(later.rosterId)).toHaveLength(1);
});

test('a signed re-entry drops the question, and it does not come again', async () => {
  const { now, familyId, rows } = await aFamilyThatWasOut();
  expect(await questionsOf(now.rosterId)).toHaveLength(1);
  await signedReentry(familyId);
  await inTransaction(database.source, (manager) => new DoubtRepository(manager).dropExclusions(familyId));
  expect((await questionsOf(now.rosterId)).map(({ isVoid }) => isVoid)).toEqual([true]);
  expect(await new DoubtRepository(database.manager).waiting(now.rosterId)).toEqual({ families: 0, round: 1 });
  expect(await new FamilyChangeRepository(database.manager).isTakenOut(familyId)).toBe(false);
  const later = await aList(rows.map((row) => ({ ...row })));
  expect(await questionsOf(later.rosterId)).toEqual([]);
});

test('who is taken out again after a re-entry needs another one', async () => {
  const { now, familyId, rows } = await aFamilyThatWasOut();
  await signedReentry(familyId);
  await judge(now.rosterId, 'ineligible', 'moved', '2099-01-20T03:00:00Z');
  const later = await aList(rows.map((row) => ({ ...row })));
  expect((await questionsOf(later.rosterId)).map(({ basis }) => basis)).toEqual(['moved']);
});

test('nobody clears it at the desk, the database neither', async () => {
  const { now } = await aFamilyThatWasOut();
  const [doubt] = await questionsOf(now.rosterId);
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  const desk = new DoubtRepository(database.manager);
  const proposal = { decision: 'cleared', explanation: 'Surat sudah ada' } as const;
  await expect(desk.propose(doubt?.id ?? '', officerId, proposal)).rejects.toThrow(/family_doubt_reentry/);
});

test('a verdict of the same period, and one of a family that nobody took out, ask nothing', async () => {
  const { now, rows } = await aFamilyThatWasOut();
  const { id: other } = await familyAt(database.source, now.rosterId, 2);
  expect(await new FamilyChangeRepository(database.manager).isTakenOut(other)).toBe(false);
  const own = await aList(rowsFor(1));
  await judge(own.rosterId, 'ineligible', 'capable', '2023-03-10T03:00:00Z');
  expect(await questionsOf(own.rosterId)).toEqual([]);
  expect(rows).toHaveLength(2);
});

test('a suspension by a follow-up case that is in force is asked about on the next list', async () => {
  const rows = rowsFor(2);
  const before = await aList(rows);
  await inTransaction(database.source, async (manager) => {
    const decrees = new DecreeRepository(manager);
    const { id } = await decrees.draft(before.period.periodId, before.period.cityCode, before.rosterId);
    await decrees.ratify(id);
  });
  const decider = await anOfficer(database.manager, 'dinsos_operator');
  const second = await anOfficer(database.manager, 'dinsos_head');
  await database.asOwner(async (manager) => {
    await manager.query('alter table case_sanction disable trigger user');
    await manager.query(
      `with opened as (
         insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id,
                                     state, deadline_on)
         select e.id, e.period_id, e.city_code, e.kelurahan_code, e.kpm_code, e.amount_rupiah, 'desk', 'to_visit', '2023-06-25'
           from entitlement e join roster_row f on f.id = e.roster_row_id where f.roster_id = $1 and f.row_number = 1
         returning *)
       insert into case_sanction (case_id, kind, period_id, city_code, kelurahan_code, nik_hash, finding, state, decided_by, decided_at,
                                  due_on, verified_by, verified_at, objection_until, letter_hash, in_force_at)
       select c.id, 'suspend', c.period_id, c.city_code, c.kelurahan_code, e.nik_hash, 'well_off', 'in_force', $2, now(),
              '2023-05-16', $3, now(), '2023-05-23', 'hash', now() + interval '1 second'
         from opened c join entitlement e on e.id = c.entitlement_id`,
      [before.rosterId, decider.officerId, second.officerId],
    );
    await manager.query('alter table case_sanction enable trigger user');
  });
  const now = await aList(rows.map((row) => ({ ...row })));
  expect(await questionsOf(now.rosterId)).toEqual([
    { id: expect.any(String) as string, basis: 'case_suspend', isVoid: false },
  ]);
});
