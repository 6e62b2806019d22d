import { addCalendarDays, type EscalationMoment, type Role, startOfOfficeDay, type TaskKind } from '#domain';
import { CaseRepository, HolidayRepository, inTransaction, rowsOf, type EscalationRow } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { anOrder } from '../../support/factories/orders.js';
import { aVerifiedRoster, rowsFor } from '../../support/factories/rosters.js';
import { TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { RealTasksServer } from '../../support/workflows/real-tasks-server.js';
import { aPeriod } from '../../support/factories/periods.js';
import { simulatedTasks } from '#application';

const database = useDatabase(30);
const server = new RealTasksServer(() => database.source);
beforeAll(() => server.start('2023-03-27'), 120_000);
afterAll(() => server.stop(), 30_000);

const FIRST = '32.75.02.1001';
const SECOND = '32.75.02.1002';
const THIRD = '32.75.03.1001';
const UNTIL = '2023-08-01';
const HELD_BY: readonly Role[] = [
  ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'lurah', 'tksk', 'kelurahan_operator'] as const),
  ...(['ppk', 'kpa', 'programme_officer'] as const),
];

/** What is said of one task at one moment, in one line that can be compared. */
interface Said {
  readonly taskId: string;
  readonly at: string;
  readonly step: string;
  readonly roles: string;
}

const saidOf = (taskId: string, { at, step, tells }: EscalationMoment): Said => ({
  taskId,
  at,
  step,
  roles: [...new Set(tells.map(({ toRole }) => toRole))].join(' '),
});
const inOrder = (rows: readonly Said[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Tasks of many kinds, opened by workflows; one held, one suspended, one extended, two desks of cases. */
async function aCityAtWork(): Promise<void> {
  for (const role of HELD_BY) await anOfficer(database.manager, role);
  for (const kelurahan of [SECOND, THIRD]) await anOfficer(database.manager, 'lurah', { territoryCode: kelurahan });
  const decreed = await anOrder(database.source, 9);
  const period = await aPeriod(database.manager);
  const rosterId = await aVerifiedRoster(database.source, period, rowsFor(6));
  const { officerId } = await anOfficer(database.manager, 'mayor');
  const regional = { territoryCode: '32.75', day: '2023-04-11', name: 'Hari jadi kota', source: 'SK Wali Kota' };
  await new HolidayRepository(database.manager).add(regional, officerId);

  const roster = (kind: TaskKind, territoryCode: string) => ({
    kind,
    subject: { periodId: period.periodId, cityCode: '32.75', territoryCode, type: 'roster', id: rosterId },
  });
  const allocation = {
    periodId: period.periodId,
    cityCode: '32.75',
    territoryCode: 'ID',
    type: 'period',
    id: period.periodId,
  };
  const wanted = [
    { kind: 'allocation.verify', subject: allocation },
    roster('verification.complete', FIRST),
    roster('verification.complete', SECOND),
    roster('endorsement.lurah', FIRST),
    roster('endorsement.lurah', THIRD),
    roster('endorsement.camat', '32.75.02'),
    roster('endorsement.dinsos', '32.75'),
    roster('roster.submit', '32.75'),
  ];
  const { taskQueue, env } = server;
  await env.client.workflow.start('waitingTasksWorkflow', { taskQueue, workflowId: 'waiting', args: [wanted] });
  const desks = await openDesks(decreed.order.id);
  await server.until(async () => (await openCount()) === wanted.length + 9);
  expect(desks).toBe(3);
}

async function openDesks(orderId: string): Promise<number> {
  await database.manager.query(`update entitlement set state = 'not_transacted' where order_id = $1`, [orderId]);
  const deadlineOn = '2023-06-25';
  const desks = await inTransaction(database.source, (manager) =>
    new CaseRepository(manager).openForOrder(orderId, 'desk:', deadlineOn),
  );
  const escalateAt = [30, 7].map((days) => startOfOfficeDay(addCalendarDays(deadlineOn, -days)).toISOString());
  const schedule = { escalateAt, deadlineAt: '2023-06-25T16:59:59.999Z' };
  for (const { workflowId } of desks) {
    await server.env.client.workflow.start('followUpDeskWorkflow', {
      taskQueue: server.taskQueue,
      workflowId,
      args: [{ deskId: workflowId, schedule, escalations: 0 }],
    });
  }
  return desks.length;
}

const openCount = async (): Promise<number> =>
  Number((await rowsOf<{ count: string }>(database.manager, `select count(*) from task`))[0]?.count);

const taskOf = async (kind: TaskKind, territoryCode: string): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(
    database.manager,
    'select id from task where kind = $1 and territory_code = $2 order by id limit 1',
    [kind, territoryCode],
  );
  if (row === undefined) throw new Error(`no ${kind} in ${territoryCode}`);
  return row.id;
};

/** Somebody who holds the office for a place. */
async function by(desk: TaskServices, role: Role, territoryCode: string) {
  const [row] = await rowsOf<{ id: string }>(
    database.manager,
    `select a.officer_id as id from appointment a join office f on f.id = a.office_id
      where a.role = $1 and ($2 = f.territory_code or $2 like f.territory_code || '.%' or f.territory_code = 'ID')
      order by a.id limit 1`,
    [role, territoryCode],
  );
  return desk.by(row?.id ?? '');
}

async function peopleAct(desk: TaskServices): Promise<void> {
  const held = await taskOf('verification.complete', FIRST);
  await desk.events.act(await by(desk, 'kelurahan_operator', FIRST), held, 'claim');
  await desk.events.act(await by(desk, 'kelurahan_operator', FIRST), held, 'set-reminder', {
    followUpOn: '2023-04-02',
  });

  const paused = await taskOf('roster.submit', '32.75');
  const command = { reason: 'The bank owes its answer', until: '2023-04-27', waitingFor: 'bank_officer' } as const;
  await desk.events.act(await by(desk, 'dinsos_operator', '32.75'), paused, 'start');
  await desk.events.act(await by(desk, 'dinsos_operator', '32.75'), paused, 'suspend', command);

  const extended = await taskOf('endorsement.camat', '32.75.02');
  const later = { dueOn: '2023-04-18', reason: 'Idulfitri is near' };
  await desk.events.act(await by(desk, 'mayor', '32.75'), extended, 'extend', later);

  const ofDesk = await taskOf('follow-up.visit', FIRST);
  const rest = { reason: 'The family is away until May', until: '2023-05-02' };
  await desk.events.act(await by(desk, 'tksk', FIRST), ofDesk, 'start');
  await desk.events.act(await by(desk, 'tksk', FIRST), ofDesk, 'suspend', rest);
  await server.carry();
}

/** Who the simulation says is told: an officer, of a step, at a moment; the office's holders are looked up apart. */
async function expectedLetters(simulated: readonly Simulated[]): Promise<string[]> {
  const holders = await rowsOf<{ id: string; role: Role; place: string }>(
    database.manager,
    `select distinct a.officer_id as id, a.role, f.territory_code as place
       from appointment a join office f on f.id = a.office_id`,
  );
  const covers = (place: string, code: string) => place === 'ID' || code === place || code.startsWith(`${place}.`);
  const letters = simulated.flatMap(({ task, moments }) =>
    moments.flatMap(({ at, step, tells }) =>
      tells.flatMap(({ to, toRole, act }) => {
        const office = holders.filter(({ role, place }) => role === toRole && covers(place, task.territoryCode));
        const officers = to === 'owner' ? [task.ownerId] : office.map(({ id }) => id);
        const scope = task.workflowId.startsWith('desk:') ? task.workflowId : task.id;
        const kind = act === 'remind' ? 'task.reminder' : 'task.escalated';
        return officers.map((officer) => JSON.stringify([officer, scope, at, step, kind]));
      }),
    ),
  );
  return [...new Set(letters)].sort();
}

interface Simulated {
  readonly task: EscalationRow;
  readonly moments: readonly EscalationMoment[];
}

async function simulate(): Promise<Simulated[]> {
  const command = { territories: ['ID'], until: UNTIL };
  const simulated: Simulated[] = [];
  const { calendar } = new TaskServices(database.source);
  for await (const each of simulatedTasks(database.manager, calendar, command)) simulated.push(each);
  return simulated;
}

test('months later, what was told to whom and when is what the dry run said on the first day', async () => {
  const desk = new TaskServices(database.source);
  await aCityAtWork();
  await peopleAct(desk);

  const simulated = await simulate();
  const expected = simulated.flatMap(({ task, moments }) => moments.map((moment) => saidOf(task.id, moment)));
  const letters = await expectedLetters(simulated);
  expect(new Set(expected.map(({ step }) => step))).toEqual(
    new Set(['start', 'remind', 'follow-up', 'late', 'owner', 'deadline']),
  );
  expect(expected.length).toBeGreaterThan(60);

  await server.sleepUntil(UNTIL);

  const happened = await rowsOf<Said & { off: number }>(
    database.manager,
    `select task_id as "taskId", details ->> 'at' as at, details ->> 'step' as step,
            array_to_string(array(select jsonb_array_elements_text(details -> 'roles')), ' ') as roles,
            abs(extract(epoch from occurred_at - (details ->> 'at')::timestamptz))::float as off
       from task_event where event = 'escalate'`,
  );
  expect(inOrder(happened.map(({ off: _, ...said }) => said))).toEqual(inOrder(expected));
  // Not only said to be of that moment: written then.
  for (const { off } of happened) expect(off).toBeLessThan(60);

  const notified = await rowsOf<Record<string, string>>(
    database.manager,
    `select n.officer_id as officer, coalesce(substring(n.key from '^escalation:(desk:.*?[0-9]{4}):'), n.task_id::text) as scope,
            to_char(date_trunc('minute', n.occurred_at + interval '30 seconds') at time zone 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:00.000"Z"') as at,
            n.details ->> 'step' as step, n.kind
       from notification n`,
  );
  const actual = notified.map(({ officer, scope, at, step, kind }) => JSON.stringify([officer, scope, at, step, kind]));
  expect([...new Set(actual)].sort()).toEqual(letters);

  const states = await rowsOf<{ addedRoles: string[]; stage: string }>(
    database.manager,
    `select distinct added_roles as "addedRoles", stage from task where added_roles <> '{}'`,
  );
  expect(states).toEqual([{ addedRoles: ['dinsos_head'], stage: 'follow-up' }]);
  const decisions = await rowsOf(database.manager, 'select from task_decision d join task t on t.id = d.task_id');
  expect(decisions).toEqual([]);
});
