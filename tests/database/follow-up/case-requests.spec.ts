import { CaseRequestService, Commands, FollowUpDiary } from '#application';
import { CaseClosingRepository, CaseRepository, CaseRequestRepository, rowsOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const DUE = '2023-05-22';
const made: { desk?: TaskServices; operator?: MadeOfficer; colleague?: MadeOfficer; head?: MadeOfficer } = {};

beforeAll(async () => {
  made.desk = new TaskServices(database.source);
  made.operator = await anOfficer(database.manager, 'dinsos_operator');
  made.colleague = await anOfficer(database.manager, 'dinsos_operator');
  made.head = await anOfficer(database.manager, 'dinsos_head');
});
beforeEach(() => setToday(database.source, '2023-05-02'));

const people = () => {
  const { desk, operator, colleague, head } = made;
  if (desk === undefined || operator === undefined || colleague === undefined || head === undefined) throw new Error();
  return { desk, operator, colleague, head };
};
const service = () => new CaseRequestService(new Commands(database.source));

/** A case that this officer has decided so, with whatever that has set going. */
async function decidedCase(outcome: string, money = 'keep') {
  const { operator } = people();
  const { caseIds, deskIds, ...others } = await someCases(database.source);
  const [caseId = '', deskId = ''] = [caseIds[0], deskIds[0]];
  const cases = new CaseRepository(database.manager);
  await database.manager.query(`update follow_up_case set state = 'to_decide', finding = 'card_lost' where id = $1`, [
    caseId,
  ]);
  await cases.openTasks(deskId, { visit: DUE, decide: DUE, start: null });
  await database.asOwner(async (owner) => {
    await owner.query(
      `insert into task_decision (task_id, officer_id, appointment_id, outcome, artefact_hash, details, decided_at)
       select id, $2, $3, 'approved', 'hash', '{}', now() from task where workflow_id = $1`,
      [deskId, operator.officerId, operator.appointmentId],
    );
    await owner.query(
      `update task set state = 'completed', last_event = 'decide', closed_at = now() where workflow_id = $1`,
      [deskId],
    );
  });
  await database.manager.query(
    `update follow_up_case set state = 'decided', outcome = $2, money_decided = $3, decided_at = now() where id = $1`,
    [caseId, outcome, money],
  );
  const requests = new CaseRequestRepository(database.manager);
  await requests.open(deskId, DUE);
  await requests.open(deskId, '2023-06-01');
  const of = async () =>
    (await requests.page({ territories: ['32.75'], periodId: others.periodId, limit: 5 })).map((row) => row);
  return { ...others, caseId, deskId, cases, of };
}

const refused = (code: string) => expect.objectContaining({ code }) as Error;

test.each(['recard', 'unblock', 'fix_account', 'check_balance', 'proxy', 'change_head', 'replace'])(
  '%s sets one request going, followed by who decided, however often the desk looks',
  async (outcome) => {
    const { of } = await decidedCase(outcome);
    const { operator } = people();
    expect(await of()).toMatchObject([{ kind: outcome, state: 'open', ownerId: operator.officerId, dueOn: DUE }]);
  },
);

test.each(['assist', 'return_at_deadline'])('%s sets nothing going', async (outcome) => {
  expect(await (await decidedCase(outcome)).of()).toEqual([]);
});

test('only who follows it ends it; a colleague takes it over first, and what has ended stays', async () => {
  const { desk, operator, colleague } = people();
  const { of } = await decidedCase('recard');
  const [request] = await of();
  const id = request?.id ?? '';
  const done = { outcome: 'done', note: 'Kartu diserahkan 4 Mei' } as const;
  await expect(service().end(await desk.by(colleague.officerId), id, done)).rejects.toThrow(
    refused('CASE_REQUEST_NOT_YOURS'),
  );
  await service().take(await desk.by(colleague.officerId), id);
  await expect(service().end(await desk.by(operator.officerId), id, done)).rejects.toThrow(
    refused('CASE_REQUEST_NOT_YOURS'),
  );
  await service().end(await desk.by(colleague.officerId), id, done);
  expect(await of()).toMatchObject([{ state: 'done', note: done.note }]);
  await expect(service().take(await desk.by(operator.officerId), id)).rejects.toThrow(refused('CASE_REQUEST_ENDED'));
  await expect(database.manager.query(`update case_request set note = 'other' where id = $1`, [id])).rejects.toThrow(
    'not rewritten',
  );
});

test('a change of head is done only when two people have confirmed one in the family’s record', async () => {
  const { desk, operator } = people();
  const { of } = await decidedCase('change_head');
  const [request] = await of();
  const act = { outcome: 'done', note: 'Ahli waris ditetapkan' } as const;
  await expect(service().end(await desk.by(operator.officerId), request?.id ?? '', act)).rejects.toThrow(
    refused('CASE_REQUEST_HEAD_UNCHANGED'),
  );
  await service().end(await desk.by(operator.officerId), request?.id ?? '', { ...act, outcome: 'refused' });
  expect(await of()).toMatchObject([{ state: 'refused' }]);
});

test('what nobody answers by its day lapses, and its owner and the head of Dinsos hear of it once', async () => {
  const { operator, head } = people();
  const { of } = await decidedCase('unblock');
  const [request] = await of();
  const diary = new FollowUpDiary(database.source);
  expect(await diary.look()).toEqual({ dueAt: '2023-05-22T17:00:00.000Z' });
  expect(await of()).toMatchObject([{ state: 'open' }]);
  await setToday(database.source, '2023-05-23');
  await diary.look();
  await diary.look();
  expect(await of()).toMatchObject([{ state: 'lapsed' }]);
  const heard = await rowsOf<{ id: string }>(
    database.manager,
    `select officer_id as id from notification where kind = 'case-request.lapsed' and key = $1`,
    [`case-request.lapsed:${request?.id ?? ''}`],
  );
  expect(heard.map(({ id }) => id)).toEqual(expect.arrayContaining([operator.officerId, head.officerId]));
  expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
});

test('when the ledger closes the case, the bank need do nothing more; a replacement is still proposed', async () => {
  for (const [outcome, state] of [
    ['recard', 'overtaken'],
    ['replace', 'open'],
  ] as const) {
    const { order, of } = await decidedCase(outcome);
    await database.manager.query(`update entitlement set state = 'transacted' where order_id = $1`, [order.id]);
    expect(await new CaseClosingRepository(database.manager).closeSettled(order.id)).toBe(1);
    expect(await of()).toMatchObject([{ kind: outcome, state }]);
  }
});
