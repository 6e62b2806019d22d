import { inTransaction, rowOf, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { escalateDue } from '#application';

const database = useDatabase();
const made: { desk?: TaskServices; period?: MadePeriod } = {};

beforeAll(async () => {
  await setToday(database.source, '2023-03-06');
  made.desk = new TaskServices(database.source);
  made.period = await aPeriod(database.manager);
  await anOfficer(database.manager, 'tksk');
});

const DECISION = { outcome: 'approved', artefactHash: 'hash', details: { outcome: 'assist' } } as const;
const WISH = { reason: 'A reason to read' };

/** A case to decide, one operator who is to be refused, a colleague and the office above. */
async function aCase() {
  const { desk, period } = made;
  if (desk === undefined || period === undefined) throw new Error('the desk is there while specs run');
  const chainKey = `case:four-eyes:${nextNumber()}`;
  const more = { subjectType: 'case', territoryCode: '32.75.02.1001', chainKey } as const;
  const { taskId } = await openTask(database.source, aNewTask(period, { ...more, kind: 'follow-up.decide' }));
  const [me, colleague] = [
    await anOfficer(database.manager, 'dinsos_operator'),
    await anOfficer(database.manager, 'dinsos_operator'),
  ];
  const boss = await anOfficer(database.manager, 'dinsos_head');
  return { desk, period, more, taskId, me, colleague, boss };
}
type Case = Awaited<ReturnType<typeof aCase>>;

const sign = ({ more, me }: Case, capacity: 'prepare' | 'verify') =>
  inTransaction(database.source, (manager) =>
    new TaskRepository(manager).sign(more.chainKey, me.officerId, capacity, null),
  );

/** How somebody comes to have a hand in a chain already. */
const HANDS: Readonly<Record<string, (about: Case) => Promise<void>>> = {
  'own work': (about) => sign(about, 'prepare'),
  'verified before': (about) => sign(about, 'verify'),
  'the same person in two appointments': async ({ desk, period, more, me }) => {
    await database.manager.query(
      `insert into appointment (officer_id, office_id, role, valid_from)
       select $1, id, 'tksk', '2020-01-01' from office where territory_code = '32.75.02' limit 1`,
      [me.officerId],
    );
    const visit = await openTask(database.source, aNewTask(period, { ...more, kind: 'follow-up.visit' }));
    const found = { outcome: 'submitted', artefactHash: 'hash', details: { finding: 'pin_forgotten' } } as const;
    await desk.decisions.decide(await desk.by(me.officerId), visit.taskId, found);
  },
  'own household': async ({ taskId, me }) => {
    await database.manager.query('update task set excluded_owners = array[$2]::uuid[] where id = $1', [
      taskId,
      me.officerId,
    ]);
  },
};

/** How a refusal is called where the hand is not a signature but a family. */
const OF_HOUSEHOLD: Readonly<Record<string, string>> = {
  FOUR_EYES: 'OWN_HOUSEHOLD',
  TARGET_FOUR_EYES: 'TARGET_HOUSEHOLD',
  FOUR_EYES_PRINCIPAL: 'PRINCIPAL_HOUSEHOLD',
};
const refusalOf = (hand: string, code: string | undefined): string | undefined =>
  hand === 'own household' && code !== undefined ? OF_HOUSEHOLD[code] : code;

const act = async (
  { desk, taskId }: Case,
  by: { officerId: string },
  event: 'claim' | 'delegate' | 'forward' | 'nominate',
  to?: string,
) =>
  desk.events.act(await desk.by(by.officerId), taskId, event, {
    ...WISH,
    ...(to === undefined ? {} : { targetIds: [to] }),
  });

/** How a task comes to somebody; the code of the refusal, or undefined when it has come. */
const WAYS: Readonly<Record<string, (about: Case) => Promise<string | undefined>>> = {
  direct: () => Promise.resolve(undefined),
  claimed: (about) => codeOf(act(about, about.me, 'claim')),
  delegated: async (about) => {
    await act(about, about.colleague, 'claim');
    return codeOf(act(about, about.colleague, 'delegate', about.me.officerId));
  },
  forwarded: async (about) => {
    await act(about, about.colleague, 'claim');
    return codeOf(act(about, about.colleague, 'forward', about.me.officerId));
  },
  nominated: (about) => codeOf(act(about, about.boss, 'nominate', about.me.officerId)),
  escalated: async (about) => {
    await database.manager.query(`update task set due_on = '2023-03-01' where id = $1`, [about.taskId]);
    await inTransaction(database.source, (manager) => escalateDue(manager, about.desk, { taskId: about.taskId }));
    return codeOf(act(about, about.me, 'claim'));
  },
  acting: async (about) => {
    await database.manager.query(`update appointment set acting = 'plt' where officer_id = $1`, [about.me.officerId]);
    return codeOf(act(about, about.me, 'claim'));
  },
  'out-of-office': async (about) => {
    await act(about, about.colleague, 'claim');
    await about.desk.delegate(about.colleague, about.me);
    return codeOf(act(about, about.me, 'claim'));
  },
  'hand-over': async (about) => {
    await act(about, about.colleague, 'claim');
    const { id } = await about.desk.offer(about.colleague, about.me);
    const { results } = await about.desk.handovers.accept(await about.desk.by(about.me.officerId), id);
    return results[0]?.refusals[0]?.code;
  },
  bulk: async (about) => {
    const context = await about.desk.by(about.me.officerId);
    const { results } = await about.desk.bulk.act(context, 'claim', [about.taskId]);
    return results[0]?.errors[0]?.code;
  },
};

const REFUSED_AS: Readonly<Record<string, string | undefined>> = {
  direct: undefined,
  claimed: 'FOUR_EYES',
  delegated: 'TARGET_FOUR_EYES',
  forwarded: 'TARGET_FOUR_EYES',
  nominated: 'TARGET_FOUR_EYES',
  escalated: 'FOUR_EYES',
  acting: 'FOUR_EYES',
  'out-of-office': 'FOUR_EYES',
  'hand-over': 'TARGET_FOUR_EYES',
  bulk: 'FOUR_EYES',
};

async function decisionOf({ desk, taskId, me }: Case, isBulk: boolean): Promise<string | undefined> {
  const context = await desk.by(me.officerId);
  if (!isBulk) return codeOf(desk.decisions.decide(context, taskId, DECISION));
  const { artefactHash, ...command } = DECISION;
  const answer = await desk.bulkDecisions.decide(context, { ...command, items: [{ taskId, artefactHash }] });
  expect(answer).toMatchObject({ done: 0, refused: 1 });
  return answer.results[0]?.errors.find(({ code }) => /FOUR_EYES|HOUSEHOLD/.test(code))?.code;
}

const signaturesOf = async ({ taskId }: Case) =>
  rowOf<{ count: number }>(database.manager, 'select count(*)::int from task_decision where task_id = $1', [taskId]);

const cells = Object.keys(HANDS).flatMap((hand) => Object.keys(WAYS).map((way) => ({ hand, way })));

test.each(cells)('$hand: not given to them ($way)', async ({ hand, way }) => {
  const about = await aCase();
  await HANDS[hand]?.(about);
  expect(await WAYS[way]?.(about)).toBe(refusalOf(hand, REFUSED_AS[way]));
  if (way === 'direct') expect(await decisionOf(about, false)).toBe(refusalOf(hand, 'FOUR_EYES'));
  expect(await signaturesOf(about)).toEqual({ count: 0 });
});

test.each(cells)('$hand: not decided by them, though the task came before ($way)', async ({ hand, way }) => {
  const about = await aCase();
  expect(await WAYS[way]?.(about)).toBeUndefined();
  await HANDS[hand]?.(about);
  expect(await decisionOf(about, way === 'bulk')).toBe(refusalOf(hand, 'FOUR_EYES'));
  expect(await signaturesOf(about)).toEqual({ count: 0 });
});

test.each(Object.keys(HANDS))('%s: not decided by a delegate of theirs either', async (hand) => {
  const about = await aCase();
  await act(about, about.me, 'claim');
  await act(about, about.me, 'delegate', about.colleague.officerId);
  await HANDS[hand]?.(about);
  const context = await about.desk.by(about.colleague.officerId);
  expect(await codeOf(about.desk.decisions.decide(context, about.taskId, DECISION))).toBe(
    refusalOf(hand, 'FOUR_EYES_PRINCIPAL'),
  );
  expect(await signaturesOf(about)).toEqual({ count: 0 });
});

test.each(Object.keys(HANDS))('%s: not decided for them by who stands in for them', async (hand) => {
  const about = await aCase();
  await act(about, about.me, 'claim');
  await about.desk.delegate(about.me, about.colleague);
  await HANDS[hand]?.(about);
  const decide = async (): Promise<string | undefined> =>
    codeOf(about.desk.decisions.decide(await about.desk.by(about.colleague.officerId), about.taskId, DECISION));
  expect(await codeOf(act(about, about.colleague, 'claim'))).toBe(refusalOf(hand, 'FOUR_EYES_PRINCIPAL'));
  expect(await decide()).toBe(refusalOf(hand, 'FOUR_EYES_PRINCIPAL'));
  expect(await signaturesOf(about)).toEqual({ count: 0 });
});

test.each(Object.keys(HANDS))('%s: not decided after it was taken for them', async (hand) => {
  const about = await aCase();
  await act(about, about.me, 'claim');
  await about.desk.delegate(about.me, about.colleague);
  await act(about, about.colleague, 'claim');
  await HANDS[hand]?.(about);
  const context = await about.desk.by(about.colleague.officerId);
  expect(await codeOf(about.desk.decisions.decide(context, about.taskId, DECISION))).toBe(
    refusalOf(hand, 'FOUR_EYES_PRINCIPAL'),
  );
  expect(await signaturesOf(about)).toEqual({ count: 0 });
});

const PLACES = ['the absent officer', 'who passed it on', 'who stands in at last'] as const;
const inChain = Object.keys(HANDS).flatMap((hand) => PLACES.map((place) => ({ hand, place })));

test.each(inChain)('a chain of three: $hand of $place refuses it, alone and in bulk', async ({ hand, place }) => {
  const about = await aCase();
  const [first, last] = [about.colleague, await anOfficer(database.manager, 'dinsos_operator')];
  const [absent, between, standIn] =
    place === 'the absent officer'
      ? [about.me, first, last]
      : place === 'who passed it on'
        ? [first, about.me, last]
        : [first, last, about.me];
  await act(about, absent, 'claim');
  await about.desk.delegate(absent, between);
  await about.desk.delegate(between, standIn);
  await HANDS[hand]?.(about);

  const code = refusalOf(hand, place === 'who stands in at last' ? 'FOUR_EYES' : 'FOUR_EYES_PRINCIPAL');
  const context = async () => about.desk.by(standIn.officerId);
  const { artefactHash, ...command } = DECISION;
  const items = [{ taskId: about.taskId, artefactHash }];
  expect(await codeOf(act(about, standIn, 'claim'))).toBe(code);
  expect(await codeOf(about.desk.decisions.decide(await context(), about.taskId, DECISION))).toBe(code);
  const claimed = await about.desk.bulk.act(await context(), 'claim', [about.taskId]);
  expect(claimed.results[0]?.errors.map((error) => error.code)).toContain(code);
  const decided = await about.desk.bulkDecisions.decide(await context(), { ...command, items });
  expect(decided.results[0]?.errors.map((error) => error.code)).toContain(code);
  expect(await signaturesOf(about)).toEqual({ count: 0 });
});

test.each(['alone', 'in bulk'])(
  'with clean hands a chain of three decides, and all three have signed (%s)',
  async (how) => {
    const about = await aCase();
    const last = await anOfficer(database.manager, 'dinsos_operator');
    await act(about, about.me, 'claim');
    await about.desk.delegate(about.me, about.colleague);
    await about.desk.delegate(about.colleague, last);
    const context = await about.desk.by(last.officerId);
    const { artefactHash, ...command } = DECISION;
    const items = [{ taskId: about.taskId, artefactHash }];
    if (how === 'alone') await about.desk.decisions.decide(context, about.taskId, DECISION);
    else expect(await about.desk.bulkDecisions.decide(context, { ...command, items })).toMatchObject({ done: 1 });

    const [decision] = await new TaskRepository(database.manager).decisions([about.taskId]);
    expect(decision).toMatchObject({ officerId: last.officerId, actedFor: about.me.fullName });
    for (const { officerId } of [about.me, about.colleague, last]) {
      await expect(sign({ ...about, me: { ...about.me, officerId } }, 'verify')).rejects.toMatchObject({
        code: 'FOUR_EYES',
      });
    }
  },
);

test('the requester does not come back as the delegate of somebody who may', async () => {
  const about = await aCase();
  await sign(about, 'prepare');
  await about.desk.delegate(about.colleague, about.me);
  expect(await codeOf(act(about, about.me, 'claim'))).toBe('FOUR_EYES');
  expect(await decisionOf(about, false)).toBe('FOUR_EYES');
  expect(await decisionOf(about, true)).toBe('FOUR_EYES');
});

test.each(Object.keys(WAYS))('somebody with clean hands decides (%s)', async (way) => {
  const about = await aCase();
  await WAYS[way]?.(about);
  expect(
    await codeOf(about.desk.decisions.decide(await about.desk.by(about.me.officerId), about.taskId, DECISION)),
  ).toBe(undefined);
});

test('who delegated has signed with the delegate, and signs the chain in no other capacity', async () => {
  const about = await aCase();
  await act(about, about.me, 'claim');
  await act(about, about.me, 'delegate', about.colleague.officerId);
  await about.desk.decisions.decide(await about.desk.by(about.colleague.officerId), about.taskId, DECISION);

  const [decision] = await new TaskRepository(database.manager).decisions([about.taskId]);
  expect(decision).toMatchObject({ officer: about.colleague.fullName, actedFor: about.me.fullName });
  await expect(sign(about, 'verify')).rejects.toMatchObject({ code: 'FOUR_EYES' });
});
