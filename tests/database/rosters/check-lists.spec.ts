import {
  CheckListRepository,
  DecreeRepository,
  DoubtPageRepository,
  DoubtRepository,
  inTransaction,
  RosterRowRepository,
  rowsOf,
} from '#persistence';
import { aCheckList, openDoubts } from '../../support/factories/doubts.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aVerifiedRoster, KELURAHAN, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const doubtsOf = async (rosterId: string) =>
  (await new DoubtPageRepository(database.manager).page({ rosterId, territories: ['ID'], limit: 100 })).map(
    ({ id, kind, basis, rowId, voidAt }) => ({ id, rowId, is: `${kind} ${basis}`, isVoid: voidAt !== null }),
  );

/** Three matched, eligible families of Kota Bekasi. */
async function aList() {
  const period = await aPeriod(database.manager);
  const rows = rowsFor(3);
  const rosterId = await aVerifiedRoster(database.source, period, rows);
  return { period, rows, rosterId, find: () => openDoubts(database.source, rosterId) };
}

test.each([
  ['a list of the nation', {}, 1],
  ['a list of its city', { territoryCode: '32.75' }, 1],
  ['a list of its province', { territoryCode: '32' }, 1],
  ['a list of another city', { territoryCode: '32.76' }, 0],
  ['a list whose time is over', { validFrom: '2020-01-01', validTo: '2020-12-31' }, 0],
  ['a list whose time has not come', { validFrom: '2098-01-01' }, 0],
  ['a kind that the policy does not know', { kind: 'left_handed' }, 0],
])('%s asks about so many families', async (_what, more, families) => {
  const { rows, rosterId, find } = await aList();
  await aCheckList(database.source, [rows[0], ...rowsFor(1)], more);
  await find();
  await find();
  expect(await doubtsOf(rosterId)).toHaveLength(families);
});

test('several lists of a kind ask once, of two kinds twice', async () => {
  const { rows, rosterId, find } = await aList();
  await aCheckList(database.source, [rows[0]]);
  await aCheckList(database.source, [rows[0]], { listedOn: '2023-03-02' });
  await aCheckList(database.source, [rows[0]], { kind: 'deceased' });
  await find();
  expect((await doubtsOf(rosterId)).map(({ is }) => is).sort()).toEqual(['listed civil_servant', 'listed deceased']);
});

test('a listed family is out of the period until its kelurahan has checked it and two people have cleared it', async () => {
  const { period, rows, rosterId, find } = await aList();
  await aCheckList(database.source, [rows[0]]);
  await find();
  const draft = () =>
    inTransaction(database.source, (manager) =>
      new DecreeRepository(manager).draft(period.periodId, period.cityCode, rosterId),
    );
  const desk = new DoubtRepository(database.manager);
  const [doubt] = await doubtsOf(rosterId);
  expect((await draft()).excluded).toEqual({ unresolved_listed: 1 });
  expect((await desk.unchecked(rosterId)).map(({ families }) => families)).toEqual([1]);

  await rowsOf(database.manager, `update roster_row set verdict_reason = 'other_person' where id = $1`, [doubt?.rowId]);
  expect(await desk.unchecked(rosterId)).toEqual([]);
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  await desk.propose(doubt?.id ?? '', officerId, { decision: 'cleared', explanation: 'Orang lain, KTP dilihat' });
  await inTransaction(database.source, (manager) => new DoubtRepository(manager).settle(rosterId, 1));
  expect(await draft()).toMatchObject({ families: 3, excluded: {} });
});

test('the rest is never called eligible in one press where a list names the family', async () => {
  const { rows, rosterId, find } = await aList();
  await aCheckList(database.source, [rows[0]]);
  await find();
  await rowsOf(database.manager, 'update roster_row set verdict = null where roster_id = $1', [rosterId]);
  const { officerId } = await anOfficer(database.manager, 'kelurahan_operator');
  const repository = new RosterRowRepository(database.manager);
  const filled: string[] = [];
  for (const code of KELURAHAN) filled.push(...(await repository.fillVerdicts(rosterId, code, officerId, 'eligible')));
  const [doubt] = await doubtsOf(rosterId);
  expect(filled).toHaveLength(2);
  expect(filled).not.toContain(doubt?.rowId);
});

test('a withdrawn list drops its open questions, unless another list names the family, and leaves what was settled', async () => {
  const { rows, rosterId, find } = await aList();
  const wrong = await aCheckList(database.source, rows);
  await find();
  const second = await aCheckList(database.source, [rows[1]]);
  const [first] = await doubtsOf(rosterId);
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  const desk = new DoubtRepository(database.manager);
  await desk.propose(first?.id ?? '', officerId, { decision: 'excluded', explanation: 'Memang ASN, SK dilihat' });
  await inTransaction(database.source, (manager) => new DoubtRepository(manager).settle(rosterId, 1));

  const [, proposed] = await doubtsOf(rosterId);
  await desk.propose(proposed?.id ?? '', officerId, { decision: 'excluded', explanation: 'Memang ASN, SK dilihat' });
  const paper = await desk.proposals(rosterId);
  const head = await anOfficer(database.manager, 'dinsos_head');
  const touched = await inTransaction(database.source, (manager) =>
    new CheckListRepository(manager).withdraw(wrong, head.officerId, 'Salah kolom NIK'),
  );
  expect(touched).toEqual([rosterId]);
  // Whoever has the paper before them still signs the same; what was dropped is not carried out.
  expect(await desk.proposals(rosterId)).toEqual(paper);
  expect((await doubtsOf(rosterId)).map(({ isVoid }) => isVoid)).toEqual([false, true, true]);
  await find();
  expect((await doubtsOf(rosterId)).map(({ isVoid }) => isVoid)).toEqual([false, false, true]);
  expect(await desk.waiting(rosterId)).toEqual({ families: 1, round: 2 });
  expect((await new CheckListRepository(database.manager).find(second, ['32.75'])).hits).toBe(1);
});

test('who loaded a list never withdraws it, and nobody changes who is on it', async () => {
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator');
  const id = await aCheckList(database.source, rowsFor(2), { loadedBy: officerId });
  const lists = new CheckListRepository(database.manager);
  await expect(lists.withdraw(id, officerId, 'Salah kolom NIK')).rejects.toThrow(/check_list_second/);
  for (const statement of [
    'update check_list_entry set row_number = 9',
    'delete from check_list_entry',
    'delete from check_list',
  ]) {
    await expect(rowsOf(database.manager, statement)).rejects.toThrow();
  }
});

test('a person who stands twice on a list is one person, and lists are seen where they hold', async () => {
  const [row] = rowsFor(1);
  const id = await aCheckList(database.source, [row, row], { territoryCode: '32.75' });
  const lists = new CheckListRepository(database.manager);
  expect(await lists.find(id, ['32.75.02.1002'])).toMatchObject({ entries: 1, state: 'in_force', hits: 0 });
  await expect(lists.find(id, ['32.76'])).rejects.toMatchObject({ code: 'CHECK_LIST_UNKNOWN' });
  const ids = async (sort: 'newest' | 'kind' | 'hits') =>
    (await lists.page({ territories: ['ID'], sort, after: 0, limit: 500 })).map((list) => list.id);
  const [newest, kind, hits] = [await ids('newest'), await ids('kind'), await ids('hits')];
  expect([...kind].sort()).toEqual([...newest].sort());
  expect([...hits].sort()).toEqual([...newest].sort());
  expect(newest).toContain(id);
});
