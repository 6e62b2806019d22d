import { FamilyChangeRepository, FamilyPaperRepository, PersonVault, rowOf, rowsOf } from '#persistence';
import { aPaidList, aPerson, aRowOf, aSentList, familyAt } from '../../support/factories/families.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, KELURAHAN } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const [HERE] = KELURAHAN;

/** A list of one family, and a change of its head that waits. */
async function aChange(nik = aPerson().nik) {
  const person = aPerson();
  const rosterId = await aSentList(database.source, await aPeriod(database.manager), [aRowOf(vault, person, HERE)]);
  const { id: familyId, rowId } = await familyAt(database.source, rosterId);
  const { officerId } = await anOfficer(database.manager, 'kelurahan_operator');
  const papers = new FamilyPaperRepository(database.manager, vault);
  const content = Buffer.from('%PDF');
  const paperId = await papers.add({
    familyId,
    name: 'x.pdf',
    mediaType: 'application/pdf',
    sha256: familyId,
    content,
    officerId,
  });
  const changes = new FamilyChangeRepository(database.manager);
  const changeId = await changes.propose({
    ...{ familyId, territoryCode: HERE, field: 'head', sealed: Buffer.from('s'), contentHash: 'h', reason: 'died' },
    ...{ newNikHash: vault.indexOf(nik), paperId, complaintId: null, dueOn: '2023-03-20', proposedBy: officerId },
  });
  return { person, rosterId, familyId, rowId, officerId, changes, changeId: changeId ?? '', nik };
}

const refused = (sql: string, parameters: unknown[]) =>
  expect(rowsOf(database.manager, sql, parameters)).rejects.toThrow(
    /append-only|keeps its families|not rewritten|permission denied/,
  );

test('a head whom two people have confirmed is known on later lists, whatever card they have; lists of before stay', async () => {
  const { person, rosterId, familyId, changes, changeId, nik } = await aChange();
  const before = await rowOf(database.manager, 'select nik_hash, sealed from roster_row where roster_id = $1', [
    rosterId,
  ]);
  const { officerId } = await anOfficer(database.manager, 'lurah');
  await changes.decide(changeId, 'confirmed', officerId, null);
  expect(
    await rowOf(database.manager, 'select nik_hash, sealed from roster_row where roster_id = $1', [rosterId]),
  ).toEqual(before);
  expect(await rowOf(database.manager, 'select nik_tail as tail from family where id = $1', [familyId])).toEqual({
    tail: person.nik.slice(-4),
  });
  const heir = { ...aPerson(), nik };
  const later = await aSentList(database.source, await aPeriod(database.manager), [aRowOf(vault, heir, HERE)]);
  expect((await familyAt(database.source, later)).id).toBe(familyId);
  expect(
    await rowsOf(database.manager, 'select event from family_event where family_id = $1 order by id', [familyId]),
  ).toEqual([{ event: 'head_changed' }]);
});

test('one that is only proposed is known by nobody', async () => {
  const { familyId, nik } = await aChange();
  const heir = { ...aPerson(), nik };
  const later = await aSentList(database.source, await aPeriod(database.manager), [aRowOf(vault, heir, HERE)]);
  expect((await familyAt(database.source, later)).id).not.toBe(familyId);
});

test('the old head and the new one on one list are two families', async () => {
  const { person, familyId, changes, changeId, nik } = await aChange();
  await changes.decide(changeId, 'confirmed', (await anOfficer(database.manager, 'lurah')).officerId, null);
  const rows = [aRowOf(vault, person, HERE, 1), aRowOf(vault, { ...aPerson(), nik }, HERE, 2)];
  const later = await aSentList(database.source, await aPeriod(database.manager), rows);
  expect((await familyAt(database.source, later, 1)).id).toBe(familyId);
  expect((await familyAt(database.source, later, 2)).id).not.toBe(familyId);
});

test.each([
  `sealed = 'x'`,
  `nik_hash = 'x'`,
  `kk_hash = 'x'`,
  `account_hash = 'x'`,
  `kelurahan_code = '32.75.02.1003'`,
  `rt_rw = '009/009'`,
  `kpm_code = 'KPM-1'`,
])('a row of a list that was sent takes no %s from the application', async (change) => {
  const { rowId } = await aChange();
  await refused(`update roster_row set ${change} where id = $1`, [rowId]);
});

test('a draft is still mended, and a sent list still gets its answers and verdicts', async () => {
  const draft = await aRoster(database.source, await aPeriod(database.manager), [aRowOf(vault, aPerson(), HERE)]);
  await rowsOf(database.manager, `update roster_row set rt_rw = '009/009' where roster_id = $1`, [draft]);
  const { rowId } = await aChange();
  await rowsOf(database.manager, `update roster_row set match_result = 'dead', verdict = 'check' where id = $1`, [
    rowId,
  ]);
});

test.each([
  `amount_rupiah = amount_rupiah + 1`,
  `nik_hash = 'x'`,
  `account_hash = 'x'`,
  `roster_row_id = roster_row_id + 1`,
  `kpm_code = 'KPM-1'`,
])('what was decreed takes no %s from the application', async (change) => {
  const period = await aPeriod(database.manager);
  const rosterId = await aSentList(database.source, period, [aRowOf(vault, aPerson(), HERE)]);
  const { decreeId } = await aPaidList(database.source, period, rosterId);
  await refused(`update entitlement set ${change} where decree_id = $1`, [decreeId]);
});

test('who proposed does not decide, what was decided stays, and no proposal is rewritten', async () => {
  const { changes, changeId, officerId } = await aChange();
  await expect(changes.decide(changeId, 'confirmed', officerId, null)).rejects.toThrow(/four_eyes/);
  await refused(`update family_change set reason = 'another' where id = $1`, [changeId]);
  await refused('delete from family_change where id = $1', [changeId]);
  const second = (await anOfficer(database.manager, 'lurah')).officerId;
  await changes.decide(changeId, 'refused', second, 'no');
  await expect(changes.decide(changeId, 'confirmed', second, null)).rejects.toThrow(/not rewritten/);
});
