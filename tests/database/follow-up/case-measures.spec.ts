import { CaseMeasureReader, Commands, DeskService, FollowUpDiary, CaseMeasureService } from '#application';
import { CaseClosingRepository, CaseMeasureRepository, inTransaction, rowsOf } from '#persistence';
import { statesOf } from '../../support/factories/money-check.js';
import { someCases } from '../../support/factories/cases.js';
import { DEADLINE, refused, useMeasures } from '../../support/factories/measures.js';
import { anOfficer } from '../../support/factories/officers.js';
import { codeOf, setToday } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const { proposed, explained, idOf, desk } = useMeasures(database);
const diary = () => new FollowUpDiary(database.source);

test('a desk proposes what its cases have decided, once, with ground and day within the policy’s bounds, and both offices are told', async () => {
  const { caseIds, deskIds } = await someCases(database.source);
  const [caseId = '', deskId = ''] = [caseIds[0], deskIds[0]];
  const desks = new DeskService(database.source, desk().calendar);
  await database.manager.query(
    `update follow_up_case set state = 'to_decide', finding = 'deceased_with_heir', found_at = programme_now() where id = $1`,
    [caseId],
  );
  await desks.advance(deskId);
  const [task] = await rowsOf<{ id: string; hash: string }>(
    database.manager,
    'select id, artefact_hash as hash from task where workflow_id = $1',
    [deskId],
  );
  const decide = async (details: { ground?: string; holdUntil?: string }) =>
    desk().decisions.decide(await desk().by(idOf('operator')), task?.id ?? '', {
      ...{ outcome: 'approved', artefactHash: task?.hash ?? '', details: { outcome: 'hold', ...details } },
    });
  expect(await codeOf(decide({ holdUntil: '2023-05-30' }))).toBe('DETAILS_INVALID');
  expect(await codeOf(decide({ ground: 'because', holdUntil: '2023-05-30' }))).toBe('HOLD_GROUND_UNKNOWN');
  expect(await codeOf(decide({ ground: 'heirs_disagree', holdUntil: '2023-06-26' }))).toBe('HOLD_DAY');
  await decide({ ground: 'heirs_disagree', holdUntil: '2023-06-25' });
  await desks.advance(deskId);
  await desks.advance(deskId);
  const measures = await rowsOf(
    database.manager,
    `select kind, state, ground, until_on::text as until, due_on::text as due, decided_by as by from case_measure where case_id = $1`,
    [caseId],
  );
  expect(measures).toEqual([
    {
      kind: 'hold',
      state: 'proposed',
      ground: 'heirs_disagree',
      until: '2023-06-25',
      due: '2023-05-09',
      by: idOf('operator'),
    },
  ]);
  const heard = await rowsOf<{ id: string }>(
    database.manager,
    `select n.officer_id as id from notification n join case_measure m on n.key = 'case-measure.proposed:' || m.id where m.case_id = $1`,
    [caseId],
  );
  expect(heard.map(({ id }) => id)).toEqual(expect.arrayContaining([idOf('head'), idOf('mayor')]));
});

test('held by a second person the money is frozen in the ledger, the bank is asked, and no report of use lets it go', async () => {
  const made = await proposed(['hold']);
  await expect(made.act('operator', 'approve')).rejects.toThrow(refused('CASE_MEASURE_UNKNOWN'));
  await made.act('head', 'approve');
  await made.reports(['not_transacted', 'not_transacted', 'not_transacted']);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ held: 1, not_transacted: 2 });
  expect(await made.requests()).toEqual([{ kind: 'freeze', state: 'open' }]);
  expect(await new CaseMeasureRepository(database.manager).onHold(made.periodId, ['32.75'])).toEqual({
    ...{ families: 1, amountRupiah: '400000' },
  });
  await explained(made);
  await expect(made.act('mayor', 'approve')).rejects.toThrow(refused('CASE_MEASURE_STATE'));
});

test('another city settles and reads nothing, and the ground of a restricted case is for those alone who settle it', async () => {
  const made = await proposed(['hold']);
  await database.manager.query(`update follow_up_case set restricted = true where period_id = $1`, [made.periodId]);
  const stranger = await desk().by(
    (await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.76' })).officerId,
  );
  const command = { act: 'approve', ids: made.measures } as const;
  const service = new CaseMeasureService(desk().calendar, new Commands(database.source));
  expect(await codeOf(service.act(stranger, { ...command, ids: [...command.ids] }))).toBe('CASE_MEASURE_UNKNOWN');
  const seen = async (actor: Parameters<CaseMeasureReader['page']>[0]) => {
    const { rows } = await new CaseMeasureReader(database.source).page(actor, { limit: 500 });
    const row = rows.find(({ id }) => id === made.measures[0]);
    return row && [row.ground, row.acts];
  };
  expect(await seen(stranger.actor)).toBeUndefined();
  expect(await seen((await desk().by(idOf('operator'))).actor)).toEqual([null, []]);
  expect(await seen((await desk().by(idOf('head'))).actor)).toEqual([
    'Sengketa ahli waris, menunggu penetapan',
    ['approve', 'refuse'],
  ]);
});

test('who decided the case approves nothing, not even with another office, and not in the database either', async () => {
  const made = await proposed(['hold'], 1, { by: 'head' });
  await expect(made.act('head', 'approve')).rejects.toThrow(refused('CASE_MEASURE_OWN_HAND'));
  await expect(
    new CaseMeasureRepository(database.manager).setInForce(made.measures[0] ?? '', idOf('head')),
  ).rejects.toThrow();
  await made.act('mayor', 'approve');
  await expect(made.act('head', 'release')).rejects.toThrow(refused('CASE_MEASURE_OWN_HAND'));
  expect(await made.measure()).toMatchObject({ state: 'in_force' });
});

test('a hold that nobody ends is over on its day, and the deadline takes what the family then leaves', async () => {
  const made = await proposed(['hold']);
  await made.act('head', 'approve');
  await setToday(database.source, '2023-05-20');
  await diary().look();
  expect(await made.measure()).toMatchObject({ state: 'in_force' });
  await setToday(database.source, '2023-05-21');
  await diary().look();
  await diary().look();
  expect(await made.measure()).toMatchObject({ state: 'ended' });
  expect(await statesOf(database.manager, made.periodId)).toEqual({ not_transacted: 3 });
  expect(await made.returns.draft(made.order.id)).toMatchObject({ number: 0, families: 3, toKeepFamilies: 1 });
  await explained(made);
});

test('released it is the family’s again until the last day of use; what the bank froze it is asked to open', async () => {
  const made = await proposed(['hold']);
  await made.act('head', 'approve');
  await database.manager.query(
    `update case_request set state = 'done', ended_by = $2, ended_at = programme_now(), note = 'dibekukan'
      where case_id = (select case_id from case_measure where id = $1)`,
    [made.measures[0], idOf('operator')],
  );
  await made.act('mayor', 'release');
  expect(await made.measure()).toMatchObject({ state: 'released', useUntil: DEADLINE });
  expect((await made.requests()).map(({ kind }) => kind)).toEqual(['freeze', 'unfreeze']);
  await made.reports(['transacted', 'not_transacted', 'not_transacted']);
  await inTransaction(database.source, (manager) => new CaseClosingRepository(manager).closeSettled(made.order.id));
  expect(await made.measure()).toMatchObject({ state: 'overtaken' });
  await explained(made);
});

test('a family that has used its money is held or returned no more, and nothing of the whole list is', async () => {
  const made = await proposed(['hold', 'return_early']);
  await made.reports(['transacted', 'not_transacted', 'not_transacted']);
  await expect(made.act('head', 'approve')).rejects.toThrow(refused('CASE_MEASURE_MONEY_GONE'));
  expect((await made.measure(1)).state).toBe('proposed');
  await explained(made);
});

test('nobody approved it in time: a proposal lapses, and the money goes as the case was decided', async () => {
  const made = await proposed(['return_early']);
  await setToday(database.source, '2023-05-11');
  await diary().look();
  expect(await made.measure()).toMatchObject({ state: 'lapsed' });
  await expect(made.act('head', 'approve')).rejects.toThrow(refused('CASE_MEASURE_STATE'));
  expect(await made.returns.draft(made.order.id)).toMatchObject({ families: 3 });
});

test('where the policy lets a hold pass the deadline, that return leaves it, and its own day sends it back', async () => {
  const made = await proposed(['hold', 'hold'], 3, { until: '2023-07-20' });
  await made.act('head', 'approve');
  await setToday(database.source, '2023-06-26');
  expect(await made.returns.draft(made.order.id)).toMatchObject({ number: 0, families: 1 });
  await made.hold();
  await made.reports(['returned', 'pending', 'returned'], 'return');
  // The bank debits what it was not asked to: the ledger keeps it held, and the receipts will not add up.
  expect(await statesOf(database.manager, made.periodId)).toEqual({ held: 2, returned: 1 });
  await made.act('head', 'release', made.measures.slice(1));
  expect(await made.measure(1)).toMatchObject({ state: 'released', useUntil: '2023-07-10' });
  await setToday(database.source, '2023-07-11');
  await diary().look();
  const early = await made.measure(1);
  expect(await made.returns.find(early.returnId ?? '')).toMatchObject({ number: 1, families: 1 });
  await setToday(database.source, '2023-07-21');
  await diary().look();
  await diary().look();
  const late = await made.measure(0);
  expect([early.state, late.state]).toEqual(['returning', 'returning']);
  expect(await made.returns.find(late.returnId ?? '')).toMatchObject({ number: 2, families: 1, state: 'drafted' });
  await explained(made);
});

test('a hold is sent back before its day by a second person, frozen as it is', async () => {
  const made = await proposed(['hold']);
  await made.act('head', 'approve');
  await made.act('mayor', 'return');
  const { state, returnId } = await made.measure();
  expect(state).toBe('returning');
  await made.hold(returnId ?? '');
  await made.reports(['returned'], 'return');
  expect(await statesOf(database.manager, made.periodId)).toEqual({ returned: 1, not_transacted: 2 });
  await explained(made);
});

test('a measure skips no state, is held by the ledger, and is not rewritten, not even by hand', async () => {
  const made = await proposed(['hold']);
  const change = (sql: string) => database.manager.query(`update case_measure set ${sql} where id = $1`, made.measures);
  await expect(change(`state = 'in_force', verified_by = '${idOf('head')}', verified_at = now()`)).rejects.toThrow(
    'with the ledger',
  );
  await expect(change(`until_on = '2023-12-01'`)).rejects.toThrow('not rewritten');
  await expect(change(`state = 'released'`)).rejects.toThrow();
});
