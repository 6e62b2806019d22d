import fc from 'fast-check';
import type { FindingRule } from '#domain';
import { CaseRepository, FindingRuleRepository, rowsOf } from '#persistence';
import { readPolicies } from '#policies';
import { someCases } from '../../support/factories/cases.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const TODAY = '2023-05-02';
const DAYS = { visit: '2023-05-30', decide: '2023-06-13', start: null };
const made: { desk?: TaskServices; tksk?: MadeOfficer; operator?: MadeOfficer; head?: MadeOfficer } = {};
const [POLICY] = readPolicies();
const RULES = POLICY?.findings ?? [];

beforeAll(async () => {
  await setToday(database.source, TODAY);
  made.desk = new TaskServices(database.source);
  made.tksk = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75' });
  made.operator = await anOfficer(database.manager, 'dinsos_operator');
  made.head = await anOfficer(database.manager, 'dinsos_head');
});

const people = () => {
  const { desk, tksk, operator, head } = made;
  if (desk === undefined || tksk === undefined || operator === undefined || head === undefined) throw new Error('made');
  return { desk, tksk, operator, head };
};

/** One case with its visit open. */
async function aVisit() {
  const { caseIds, deskIds, ...others } = await someCases(database.source);
  const cases = new CaseRepository(database.manager);
  const [caseId = '', deskId = ''] = [caseIds[0], deskIds[0]];
  await cases.openTasks(deskId, DAYS);
  const openTask = async () => {
    const [task] = await rowsOf<{ id: string; role: string; hash: string }>(
      database.manager,
      `select id, role, artefact_hash as hash from task where workflow_id = $1 and state in ('created', 'ready')`,
      [deskId],
    );
    if (task === undefined) throw new Error('the desk has an open task');
    return task;
  };
  /** Decides the case's open task, and lets the desk go on. */
  const decide = async (officer: MadeOfficer, outcome: 'submitted' | 'approved', details: Record<string, unknown>) => {
    const { desk } = people();
    const { id, hash } = await openTask();
    await desk.decisions.decide(await desk.by(officer.officerId), id, { outcome, artefactHash: hash, details });
    await cases.advance(deskId);
    await cases.openTasks(deskId, DAYS);
  };
  return { ...others, caseId, deskId, cases, openTask, decide };
}

const refused = (code: string, details: Record<string, unknown> = {}): Error =>
  expect.objectContaining({ code, details }) as Error;

test('a finding without its evidence is refused with what is missing, and stands once it is there', async () => {
  const { tksk } = people();
  const { decide, cases, caseId, openTask } = await aVisit();
  const bare = { finding: 'not_found' };
  await expect(decide(tksk, 'submitted', bare)).rejects.toThrow(
    refused('CASE_EVIDENCE_MISSING', { evidence: 'note, second_visit' }),
  );
  const ahead = { ...bare, note: 'Rumah kosong', visitedOn: ['2023-05-02', '2023-05-03'] };
  await expect(decide(tksk, 'submitted', ahead)).rejects.toThrow(refused('DETAILS_INVALID', { field: 'visitedOn' }));
  await expect(decide(tksk, 'submitted', { finding: 'abducted' })).rejects.toThrow(
    refused('FINDING_UNKNOWN', { finding: 'abducted' }),
  );
  await decide(tksk, 'submitted', { ...ahead, visitedOn: ['2023-04-28', '2023-05-02'] });
  expect(await cases.find(caseId)).toMatchObject({ state: 'to_decide', decides: 'dinsos_operator', restricted: false });
  expect(await openTask()).toMatchObject({ role: 'dinsos_operator' });
});

test('a photo counts once it lies beside the visit', async () => {
  const { tksk } = people();
  const { decide, cases, caseId, openTask } = await aVisit();
  await expect(decide(tksk, 'submitted', { finding: 'card_damaged' })).rejects.toThrow(
    refused('CASE_EVIDENCE_MISSING', { evidence: 'photo' }),
  );
  await database.manager.query(
    `insert into task_attachment (task_id, name, media_type, sha256, size_bytes, sealed, added_by, added_at)
     values ($1, 'kartu.png', 'image/png', 'a', 1, 'x', $2, programme_now())`,
    [(await openTask()).id, tksk.officerId],
  );
  await decide(tksk, 'submitted', { finding: 'card_damaged' });
  expect(await cases.find(caseId)).toMatchObject({ finding: 'card_damaged' });
});

test('an outcome that the rule does not allow is refused with those it does; the money follows the one that stands', async () => {
  const { tksk, operator } = people();
  const { decide, cases, caseId } = await aVisit();
  await decide(tksk, 'submitted', { finding: 'pin_blocked' });
  await expect(decide(operator, 'approved', { outcome: 'exclude' })).rejects.toThrow(
    refused('CASE_OUTCOME_NOT_ALLOWED', { allowed: 'unblock, assist, return_at_deadline' }),
  );
  await decide(operator, 'approved', { outcome: 'unblock' });
  expect(await cases.find(caseId)).toMatchObject({ state: 'decided', outcome: 'unblock', moneyDecided: 'keep' });
});

test('what presses a family goes to the head of Dinsos, and nobody else decides it', async () => {
  const { tksk, operator, head } = people();
  const { decide, cases, caseId, openTask } = await aVisit();
  await decide(tksk, 'submitted', { finding: 'card_held_by_other', note: 'Dipegang tetangga' });
  expect(await openTask()).toMatchObject({ role: 'dinsos_head' });
  await expect(decide(operator, 'approved', { outcome: 'recard' })).rejects.toMatchObject({
    code: 'ROLE_NOT_PERMITTED',
  });
  await decide(head, 'approved', { outcome: 'recard' });
  expect(await cases.find(caseId)).toMatchObject({ state: 'decided', restricted: true, moneyDecided: 'keep' });
  expect(await cases.decidersOfRestricted(caseId)).toEqual(['dinsos_head']);
});

test('what was decided before there were rules is taken in as it was', async () => {
  const { tksk, operator } = people();
  const { decide, cases, caseId, openTask, deskId } = await aVisit();
  await decide(tksk, 'submitted', { finding: 'pin_forgotten' });
  const { id } = await openTask();
  await database.asOwner(async (owner) => {
    await owner.query(`update task set state = 'completed', last_event = 'decide', closed_at = now() where id = $1`, [
      id,
    ]);
    await owner.query(
      `insert into task_decision (task_id, officer_id, appointment_id, outcome, artefact_hash, details, decided_at)
       values ($1, $2, $3, 'approved', 'hash', '{"outcome": "returns_money"}', now())`,
      [id, operator.officerId, operator.appointmentId],
    );
  });
  await cases.advance(deskId);
  expect(await cases.find(caseId)).toMatchObject({
    ...{ state: 'decided', outcome: 'returns_money', moneyDecided: 'return' },
  });
});

test('loading the tree again changes nothing, and a rule that began is not rewritten', async () => {
  const rules = new FindingRuleRepository(database.manager);
  await rules.load('sembako', RULES);
  const other = RULES.map((rule) => (rule.finding === 'refused' ? { ...rule, evidence: [] } : rule));
  await expect(rules.load('sembako', other)).rejects.toThrow(refused('FINDING_RULE_REWRITTEN', { finding: 'refused' }));
  const { periodId } = await someCases(database.source);
  expect((await rules.ofPeriod(periodId, TODAY)).map(({ finding }) => finding)).toEqual([
    ...new Set(RULES.map(({ finding }) => finding)),
  ]);
  await database.asOwner((owner) =>
    expect(owner.query('update finding_rule set restricted = false')).rejects.toThrow('append-only'),
  );
});

const [MODEL] = RULES;
const day = fc.integer({ min: 10, max: 28 }).map((of) => `2023-05-${of}`);
const rule = fc
  .record({ effectiveFrom: day, effectiveTo: fc.option(day) })
  .filter(({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom <= effectiveTo);

test('on any day the rule of a finding is the one that began last, and none where that one has ended', async () => {
  if (MODEL === undefined) throw new Error('the shipped tree has findings');
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(rule, { selector: ({ effectiveFrom }) => effectiveFrom, minLength: 1, maxLength: 4 }),
      day,
      async (spans, on) => {
        const programme = `made up ${(number += 1)}`;
        const rules: FindingRule[] = spans.map((span) => ({ ...MODEL, ...span }));
        await new FindingRuleRepository(database.manager).load(programme, rules);
        const newest = spans
          .filter(({ effectiveFrom }) => effectiveFrom <= on)
          .toSorted((one, two) => two.effectiveFrom.localeCompare(one.effectiveFrom))[0];
        const isOver = newest !== undefined && newest.effectiveTo !== null && newest.effectiveTo < on;
        const found = await rowsOf<{ from: string }>(
          database.manager,
          `select effective_from::text as "from" from finding_rule_on($1, $2, $3)`,
          [programme, MODEL.finding, on],
        );
        expect(found.map(({ from }) => from)).toEqual(newest === undefined || isOver ? [] : [newest.effectiveFrom]);
      },
    ),
    { numRuns: 60 },
  );
});
