import fc from 'fast-check';
import { TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { BOSS, newModel, type Op, play, type TaskModel } from '../../support/factories/task-model.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const ASKED_FOR = process.env['AMANAH_SEQUENCES'];
/** As many as fit into half a minute, unless somebody asks for a number. */
const RUNS =
  ASKED_FOR === undefined ? { numRuns: 200, interruptAfterTimeLimit: 30_000 } : { numRuns: Number(ASKED_FOR) };
const TKSK = ['ana', 'budi', 'citra'] as const;
const KIND = 'report.kecamatan';
/** What moves a task on comes more often than what ends it, or few sequences would come far. */
const EVENTS = [
  ...['claim', 'claim', 'claim', 'start', 'stop', 'release', 'release', 'delegate', 'delegate', 'forward', 'nominate'],
  ...['suspend', 'resume', 'resume', 'decide', 'skip', 'fail'],
];

interface Real {
  readonly desk: TaskServices;
  readonly taskId: string;
  readonly officers: ReadonlyMap<string, string>;
}

const made: { desk?: TaskServices; period?: Awaited<ReturnType<typeof aPeriod>>; officers: Map<string, string> } = {
  officers: new Map(),
};

beforeAll(async () => {
  await setToday(database.source, '2023-03-06');
  made.desk = new TaskServices(database.source);
  made.period = await aPeriod(database.manager);
  for (const name of TKSK) made.officers.set(name, (await anOfficer(database.manager, 'tksk')).officerId);
  made.officers.set(BOSS, (await anOfficer(database.manager, 'dinsos_head')).officerId);
});

const idOf = (real: Real, name: string): string => real.officers.get(name) ?? '';
const nameOf = (real: Real, officerId: string | null): string | null =>
  [...real.officers].find(([, id]) => id === officerId)?.[0] ?? null;

/** Whether the product did it. */
async function attempt(real: Real, { event, by, to }: Op): Promise<boolean> {
  const { desk, taskId } = real;
  const context = await desk.by(idOf(real, by));
  const reason = 'A reason to read';
  const decision = { outcome: 'submitted', artefactHash: 'hash', details: {} } as const;
  const targetIds = to.map((name) => idOf(real, name));
  const command = {
    reason,
    ...(event === 'suspend' ? { until: '2023-03-10' } : {}),
    ...(event === 'delegate' || event === 'nominate' ? { targetIds: targetIds.slice(0, 1) } : {}),
    ...(event === 'forward' ? { targetIds } : {}),
  };
  const work =
    event === 'decide'
      ? desk.decisions.decide(context, taskId, decision)
      : desk.events.act(context, taskId, event as Parameters<TaskServices['events']['act']>[2], command);
  return (await codeOf(work)) === undefined;
}

async function stateOf(real: Real): Promise<TaskModel> {
  const row = await new TaskRepository(database.manager).find(real.taskId);
  if (row === undefined) throw new Error('the task is gone');
  const free = (state: string | null) => (state === 'ready' || state === 'created' ? 'free' : state);
  return {
    state: free(row.state),
    owner: nameOf(real, row.ownerId),
    principal: nameOf(real, row.delegatedBy),
    pool: row.potentialOwners?.map((id) => nameOf(real, id) ?? '') ?? null,
    before: free(row.resumeState),
  } as TaskModel;
}

/** One op after another: the product allows what the model allows, and the row is what the model is. */
class Alone implements fc.AsyncCommand<TaskModel, Real> {
  constructor(private readonly op: Op) {}
  check = (): boolean => true;
  async run(model: TaskModel, real: Real): Promise<void> {
    // Deciding again what one has decided is answered again; the model knows decisions only once.
    if (this.op.event === 'decide' && model.state === 'completed' && model.owner === this.op.by) return;
    const isDone = await attempt(real, this.op);
    expect([this.op, isDone]).toEqual([this.op, play(model, this.op)]);
    expect(await stateOf(real)).toEqual(model);
  }
  toString = (): string => JSON.stringify(this.op);
}

const orders = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, at) => orders(items.filter((_other, place) => place !== at)).map((rest) => [item, ...rest]));

/** Some at the same moment: what came out must be what one order of them would have given. */
class AtOnce implements fc.AsyncCommand<TaskModel, Real> {
  constructor(private readonly ops: readonly Op[]) {}
  check = (model: TaskModel): boolean => model.state !== 'completed';
  async run(model: TaskModel, real: Real): Promise<void> {
    const done = await Promise.all(this.ops.map((op) => attempt(real, op)));
    const after = await stateOf(real);
    const explained = orders(this.ops.map((op, at) => ({ op, isDone: done[at] }))).find((order) => {
      const notified = { ...model };
      const isAlike = order.every(({ op, isDone }) => this.agrees(notified, op, isDone));
      return isAlike && JSON.stringify(notified) === JSON.stringify(after);
    });
    expect({ model, ops: this.ops, done, after, isExplained: explained !== undefined }).toMatchObject({
      isExplained: true,
    });
    Object.assign(model, after);
  }
  toString = (): string => `at once ${JSON.stringify(this.ops)}`;

  private agrees(notified: TaskModel, op: Op, isDone: boolean | undefined): boolean {
    const isRepeat = op.event === 'decide' && notified.state === 'completed' && notified.owner === op.by;
    return isRepeat ? isDone === true : play(notified, op) === isDone;
  }
}

const op = fc.record<Op>({
  event: fc.constantFrom(...EVENTS),
  by: fc.constantFrom(...TKSK, BOSS),
  to: fc.shuffledSubarray([...TKSK], { minLength: 1, maxLength: 2 }),
});
const commands = fc.commands(
  [
    op.map((one) => new Alone(one)),
    op.map((one) => new Alone(one)),
    fc.array(op, { minLength: 2, maxLength: 3 }).map((some) => new AtOnce(some)),
  ],
  { maxCommands: 14 },
);

async function freshTask(): Promise<{ model: TaskModel; real: Real }> {
  const { desk, period, officers } = made;
  if (desk === undefined || period === undefined) throw new Error('the desk is there while specs run');
  const { taskId } = await openTask(database.source, aNewTask(period, { kind: KIND, territoryCode: '32.75.02' }));
  return { model: newModel(), real: { desk, taskId, officers } };
}

test('whatever officers do to a task, alone or at once, it lives as the model says', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const { model, real } = await freshTask();
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      await expectOneEnd(real.taskId, model);
    }),
    RUNS,
  );
}, 600_000);

/** One decision at most, one message at the end, and a history of everything that moved the row. */
async function expectOneEnd(taskId: string, model: TaskModel): Promise<void> {
  const [row] = await database.manager.query<Record<string, number>[]>(
    `select (select count(*)::int from task_decision where task_id = $1) as decisions,
            (select count(*)::int from outbox where kind = 'decision' and payload ->> 'taskId' = $1::text) as messages,
            (select count(*)::int from task_event where task_id = $1 and event in ('decide', 'skip', 'fail')) as ends`,
    [taskId],
  );
  const ends = ['completed', 'failed', 'obsolete'].includes(model.state) ? 1 : 0;
  expect(row).toEqual({ decisions: model.state === 'completed' ? 1 : 0, messages: ends, ends });
}
