import { inTransaction, rowOf, TaskRepository } from '#persistence';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const MOST = 5_000;
const DECISION = { outcome: 'submitted', details: { finding: 'pin_forgotten' } } as const;
const made: { desk?: TaskServices; period?: MadePeriod; tksk?: MadeOfficer } = {};

beforeAll(async () => {
  await setToday(database.source, '2023-03-06');
  made.desk = new TaskServices(database.source);
  made.period = await aPeriod(database.manager);
  made.tksk = await anOfficer(database.manager, 'tksk');
});

const scene = () => {
  const { desk, period, tksk } = made;
  if (desk === undefined || period === undefined || tksk === undefined) throw new Error('made before the specs');
  return { desk, period, tksk };
};

/** Many visits of one desk, opened in one statement. */
async function visits(count: number, kind: 'follow-up.visit' | 'report.kecamatan' = 'follow-up.visit') {
  const workflowId = `desk-${nextNumber()}`;
  const tasks = Array.from({ length: count }, () => {
    const territoryCode = kind === 'follow-up.visit' ? '32.75.02.1001' : '32.75.02';
    return aNewTask(scene().period, { kind, workflowId, subjectType: 'case', territoryCode });
  });
  const opened = await inTransaction(database.source, (manager) => new TaskRepository(manager).open(tasks));
  return { workflowId, ids: opened.map(({ taskId }) => taskId) };
}

const rowsOf = async (workflowId: string) =>
  rowOf<Record<string, number>>(
    database.manager,
    `select count(*) filter (where t.state = 'completed')::int as completed,
            (select count(*)::int from task_decision d join task o on o.id = d.task_id where o.workflow_id = $1) as decisions,
            (select count(*)::int from signature s join task o on o.id = s.task_id where o.workflow_id = $1) as signatures,
            (select count(*)::int from task_event e join task o on o.id = e.task_id where o.workflow_id = $1 and e.event = 'decide') as events,
            (select count(*)::int from audit_entry a join task o on o.id::text = a.subject_id where o.workflow_id = $1) as audits,
            (select count(*)::int from outbox where workflow_id = $1) as messages
       from task t where t.workflow_id = $1`,
    [workflowId],
  );

test('five thousand visits are claimed and decided, each recorded as one would be', async () => {
  const { desk, tksk } = scene();
  const { workflowId, ids } = await visits(MOST);

  expect(await desk.bulk.act(await desk.by(tksk.officerId), 'claim', ids)).toMatchObject({ done: MOST, refused: 0 });
  const items = ids.map((taskId) => ({ taskId, artefactHash: 'hash' }));
  const answer = await desk.bulkDecisions.decide(await desk.by(tksk.officerId), { ...DECISION, items });

  expect(answer).toMatchObject({ done: MOST, refused: 0 });
  const all = { completed: MOST, decisions: MOST, signatures: MOST, events: MOST, audits: MOST, messages: MOST };
  expect(await rowsOf(workflowId)).toEqual(all);
}, 120_000);

test('a mixed request is answered item by item, in its order, and does what it may', async () => {
  const { desk, tksk } = scene();
  const colleague = await anOfficer(database.manager, 'tksk');
  const { ids, workflowId } = await visits(4);
  const [fine, held, changed, gone] = ids as [string, string, string, string];
  const report = (await visits(1, 'report.kecamatan')).ids[0] ?? '';
  await desk.events.act(await desk.by(colleague.officerId), held, 'claim');
  await database.manager.query(
    `update task set state = 'exited', last_event = 'exit', closed_at = now() where id = $1`,
    [gone],
  );
  const unknown = '4b0d6a1e-2a54-4f6e-9a6e-0d7c3c1d2b11';

  const { results, done } = await desk.bulkDecisions.decide(await desk.by(tksk.officerId), {
    ...DECISION,
    items: [unknown, gone, changed, held, fine, report].map((taskId) => ({
      taskId,
      artefactHash: taskId === changed ? 'older' : 'hash',
    })),
  });

  expect(results.map(({ taskId, errors }) => [taskId, errors.map(({ code }) => code)])).toEqual([
    [unknown, ['TASK_UNKNOWN']],
    [gone, ['TASK_CLOSED']],
    [changed, ['ARTEFACT_CHANGED']],
    [held, ['TASK_HELD']],
    [fine, []],
    [report, ['BULK_NOT_ALLOWED']],
  ]);
  expect(results[3]?.errors[0]?.message).toContain(colleague.fullName);
  expect(done).toBe(1);
  expect(await rowsOf(workflowId)).toMatchObject({ decisions: 1, signatures: 1, events: 1, messages: 1 });
});

test('the same key gets the same answer, and twenty at once are one', async () => {
  const { desk, tksk } = scene();
  const { workflowId, ids } = await visits(30);
  const command = { ...DECISION, items: ids.map((taskId) => ({ taskId, artefactHash: 'hash' })) };
  const contexts = await Promise.all(Array.from({ length: 20 }, () => desk.by(tksk.officerId, 'one bulk decision')));

  const answers = await Promise.all(contexts.map((context) => desk.bulkDecisions.decide(context, command)));

  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ done: 30, refused: 0 });
  expect(await rowsOf(workflowId)).toMatchObject({ decisions: 30, messages: 30 });
});

test('deciding so again under another key counts as done and records nothing', async () => {
  const { desk, tksk } = scene();
  const { workflowId, ids } = await visits(3);
  const command = { ...DECISION, items: ids.map((taskId) => ({ taskId, artefactHash: 'hash' })) };
  await desk.bulkDecisions.decide(await desk.by(tksk.officerId), command);

  expect(await desk.bulkDecisions.decide(await desk.by(tksk.officerId), command)).toMatchObject({ done: 3 });
  expect(await rowsOf(workflowId)).toMatchObject({ decisions: 3, messages: 3 });
});

test('what the kind asks for is asked of every item', async () => {
  const { desk, tksk } = scene();
  const { ids } = await visits(2);
  const items = ids.map((taskId) => ({ taskId, artefactHash: 'hash' }));
  const { results } = await desk.bulkDecisions.decide(await desk.by(tksk.officerId), {
    ...DECISION,
    details: {},
    items,
  });
  for (const { errors } of results) expect(errors.map(({ code }) => code)).toEqual(['DETAILS_INVALID']);
});

test('of two who claim the same five hundred in opposite order each task has one winner, and nobody waits for ever', async () => {
  const { desk, tksk } = scene();
  const other = await anOfficer(database.manager, 'tksk');
  const { ids } = await visits(500);
  const [one, two] = await Promise.all([
    desk.bulk.act(await desk.by(tksk.officerId), 'claim', ids),
    desk.bulk.act(await desk.by(other.officerId), 'claim', [...ids].reverse()),
  ]);
  expect(one.done + two.done).toBe(500);
});

test('what is forwarded in bulk may be taken by those it went to, and released in bulk it is free for them', async () => {
  const { desk, tksk } = scene();
  const other = await anOfficer(database.manager, 'tksk');
  const { ids } = await visits(3);
  const by = (officer: MadeOfficer) => desk.by(officer.officerId);
  await desk.bulk.act(await by(tksk), 'claim', ids);
  const command = { targetIds: [other.officerId], reason: 'On leave' };

  expect(await desk.bulk.act(await by(tksk), 'forward', ids, command)).toMatchObject({ done: 3 });
  const refused = await desk.bulk.act(await by(tksk), 'claim', ids);
  expect(refused.results.map(({ errors }) => errors[0]?.code)).toEqual(ids.map(() => 'TASK_FORWARDED'));
  expect(await desk.bulk.act(await by(other), 'claim', ids)).toMatchObject({ done: 3 });
  expect(await desk.bulk.act(await by(other), 'release', ids)).toMatchObject({ done: 3 });
});
