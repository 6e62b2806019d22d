import { AssignmentLetterReader, AssignmentLetterService, Commands, SignedPapers } from '#application';
import { CaseRepository, rowsOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const by = (officer: MadeOfficer) => new TaskServices(database.source).by(officer.officerId);
const letters = () => new AssignmentLetterService(new Commands(database.source));
const reader = () => new AssignmentLetterReader(database.source);
const DAYS = { validFrom: '2023-05-02', validTo: '2023-05-20' };

beforeEach(() => setToday(database.source, '2023-05-02'));

/** Families to visit in one kecamatan, its TKSK, and two heads of Dinsos. */
async function scene() {
  const made = await someCases(database.source, 3);
  const [place] = await rowsOf<{ code: string }>(
    database.manager,
    'select left(min(kelurahan_code), 8) as code from follow_up_case where period_id = $1',
    [made.periodId],
  );
  const territoryCode = place?.code ?? '';
  await database.asOwner((owner) =>
    owner.query(
      `insert into territory (code, name, level, parent_code)
       values ('32', 'Jawa Barat', 'province', null), ('32.75', 'Kota Bekasi', 'city', '32'), ($1, 'Bekasi', 'kecamatan', '32.75')
       on conflict do nothing`,
      [territoryCode],
    ),
  );
  const head = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.75' });
  const other = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.75' });
  const tksk = await anOfficer(database.manager, 'tksk', { territoryCode });
  const command = { periodId: made.periodId, officerId: tksk.officerId, territoryCode, ...DAYS };
  return { ...made, head, other, tksk, command };
}

test('a letter has the next number of the office, the cases that wait, and no person of a family; a repeat finds the first', async () => {
  const { head, tksk, command, periodId } = await scene();
  const first = await letters().issue(await by(head), command);
  expect(await letters().issue(await by(head), command)).toEqual(first);
  const paper = await reader().paper((await by(tksk)).actor, first.id);
  expect(paper.number).toMatch(/^800\/\d{3}\/ST\/V\/2023$/);
  expect(paper.acting).toBeNull();
  const open = await new CaseRepository(database.manager).page({
    periodId,
    territories: [command.territoryCode],
    states: ['to_visit'],
    limit: 10,
  });
  expect(paper.cases.map(({ kpmCode }) => kpmCode).sort()).toEqual(open.map(({ kpmCode }) => kpmCode).sort());
  expect(Object.keys(paper.cases[0] ?? {}).sort()).toEqual(['deadlineOn', 'kelurahanName', 'kpmCode', 'rtRw']);
  const next = await letters().issue(await by(head), { ...command, validTo: '2023-05-21' });
  const [one, two] = [paper.number, (await reader().paper((await by(head)).actor, next.id)).number].map((n) =>
    Number(n.split('/')[1]),
  );
  expect((two ?? 0) - (one ?? 0)).toBe(1);
});

test('the paper is for who is sent and who issued it; its code says to anybody whether it stands, and nothing of a person', async () => {
  const { head, other, tksk, command } = await scene();
  const { id } = await letters().issue(await by(head), command);
  const { hash } = await reader().paper((await by(head)).actor, id);
  expect(await codeOf(reader().paper((await by(other)).actor, id))).toBe('ASSIGNMENT_UNKNOWN');
  const stranger = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75.12' });
  const page = await reader().page((await by(stranger)).actor, { limit: 500 });
  expect(page.rows.map((row) => row.id)).not.toContain(id);
  expect(
    (await reader().page((await by(other)).actor, { limit: 500 })).rows.find((row) => row.id === id),
  ).toMatchObject({
    ...{ hasPaper: false, mayWithdraw: true },
  });
  await letters().withdraw(await by(other), id, { reason: 'Petugas diganti' });
  expect(await codeOf(reader().paper((await by(tksk)).actor, id))).toBe('ASSIGNMENT_WITHDRAWN');
  expect(await codeOf(letters().withdraw(await by(head), id, { reason: 'sekali lagi' }))).toBe('ASSIGNMENT_WITHDRAWN');
  const signed = await new SignedPapers(database.source).ofHash(hash);
  expect(signed.assignments).toEqual([expect.objectContaining({ isWithdrawn: true, validTo: '2023-05-20' })]);
  expect(JSON.stringify(signed)).not.toContain('Made-up');
});

test('nobody is sent by another city, to no case, for too long, into the past, or who does not visit there', async () => {
  const { head, tksk, command } = await scene();
  const issue = async (officer: MadeOfficer, more: Partial<typeof command> = {}) =>
    codeOf(letters().issue(await by(officer), { ...command, ...more }));
  const elsewhere = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.76' });
  expect(await issue(elsewhere)).toBe('ASSIGNMENT_PLACE');
  expect(await issue(tksk)).toBe('ASSIGNMENT_PLACE');
  expect(await issue(head, { validTo: '2023-06-30' })).toBe('ASSIGNMENT_DAYS');
  expect(await issue(head, { validFrom: '2023-05-01' })).toBe('ASSIGNMENT_DAYS');
  expect(await issue(head, { officerId: head.officerId })).toBe('ASSIGNMENT_NO_CASES');
  await database.manager.query(`update follow_up_case set state = 'lapsed' where period_id = $1`, [command.periodId]);
  expect(await issue(head)).toBe('ASSIGNMENT_NO_CASES');
});

test('a stand-in signs as Plt or Plh', async () => {
  const { head, command } = await scene();
  await database.asOwner((owner) =>
    owner.query(`update appointment set acting = 'plh' where officer_id = $1`, [head.officerId]),
  );
  const { id } = await letters().issue(await by(head), command);
  expect((await reader().paper((await by(head)).actor, id)).acting).toBe('plh');
});

test('a letter is never rewritten, nor its list, not even by hand', async () => {
  const { head, command } = await scene();
  const { id } = await letters().issue(await by(head), command);
  const change = (sql: string) => database.asOwner((owner) => owner.query(sql, [id]));
  await expect(change(`update assignment_letter set valid_to = '2023-12-31' where id = $1`)).rejects.toThrow(
    'never rewritten',
  );
  await expect(change('delete from assignment_letter where id = $1')).rejects.toThrow();
  await expect(change('delete from assignment_letter_case where letter_id = $1')).rejects.toThrow('append-only');
});
