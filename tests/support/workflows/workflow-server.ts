import type { ActivityRegistry } from '#activities/registry/activity-registry.js';
import type { DeliveredDecision } from '#domain';
import { decisionsSignal } from '#workflows/tasks/tasks.messages.js';
import { Context } from '@temporalio/activity';
import { randomBytes, randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { realTime, timeSkipping } from '../servers/test-temporal.js';
import { cachedBundle } from './cached-bundle.js';
import { FakeProgramme, type Surroundings, type ProgrammeOptions } from './fake-programme.js';

export interface Call {
  readonly name: string;
  readonly run: string;
  /** The same for every attempt at one call. */
  readonly attemptOf: string;
}

export type Around = (call: Call, activity: () => Promise<unknown>) => Promise<unknown>;

/** The run a workflow belongs to: specs and their runs stand side by side on one server. */
const runOf = (text: string): string => /run[\da-f]+/.exec(text)?.[0] ?? '';

/** A time-skipping server and one worker for the specs of a file; each run has a programme of its own. */
export class WorkflowServer {
  private environment: TestWorkflowEnvironment | undefined;
  private running: Promise<void> | undefined;
  private worker: Worker | undefined;
  private readonly programmes = new Map<string, FakeProgramme>();
  private readonly taskQueue = `specs-${randomUUID()}`;
  around: Around = (_call, activity) => activity();

  constructor(private readonly open: () => Promise<TestWorkflowEnvironment>) {}

  /** The same on the real Temporal server, for what only a real one does. */
  static useReal(): WorkflowServer {
    return WorkflowServer.use(realTime);
  }

  /** Register as the hooks of a file: one server from its first spec to its last. */
  static use(open = timeSkipping): WorkflowServer {
    const server = new WorkflowServer(open);
    beforeAll(() => server.start(), 60_000);
    afterAll(() => server.stop(), 30_000);
    return server;
  }

  get env(): TestWorkflowEnvironment {
    if (this.environment === undefined) throw new Error('the server is there only while specs run');
    return this.environment;
  }

  /** A programme whose ids all carry its run, so that activities find their way to it. */
  programme(commands: ProgrammeOptions = {}): { run: string; fake: FakeProgramme } {
    const run = `run${randomBytes(4).toString('hex')}`;
    const fake = new FakeProgramme(this.surroundings(), commands);
    this.programmes.set(run, fake);
    return { run, fake };
  }

  /** Starts a workflow of a run; its id must carry the run's name. */
  async begin(type: string, workflowId: string, input: unknown) {
    return this.env.client.workflow.start(type, { workflowId, taskQueue: this.taskQueue, args: [input] });
  }

  /** Days from a workflow's start to its end, by the server's clock; that clock itself runs on while nobody waits. */
  async daysOf(workflowId: string): Promise<number> {
    const { startTime, closeTime } = await this.env.client.workflow.getHandle(workflowId).describe();
    if (closeTime === undefined) throw new Error(`${workflowId} has not ended`);
    return (closeTime.getTime() - startTime.getTime()) / 86_400_000;
  }

  /** Tells a workflow of decisions as the relay does. */
  async tell(workflowId: string, decisions: readonly DeliveredDecision[]): Promise<void> {
    await this.env.client.workflow.getHandle(workflowId).signal(decisionsSignal, decisions);
  }

  private surroundings(): Surroundings {
    return { now: () => this.env.currentTimeMs(), tell: (workflowId, decisions) => this.tell(workflowId, decisions) };
  }

  async start(): Promise<void> {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
    this.environment = await this.open();
    this.worker = await Worker.create({
      connection: this.environment.nativeConnection,
      taskQueue: this.taskQueue,
      workflowBundle: await cachedBundle(),
      activities: this.activities(),
      shutdownGraceTime: '1 second',
    });
    this.running = this.worker.run();
  }

  async stop(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
    await this.environment?.teardown();
  }

  private activities(): ActivityRegistry {
    const names = namesOf(new FakeProgramme(this.surroundings()));
    const routed = names.map((name) => [name, (...args: unknown[]) => this.call(name, args)]);
    return Object.fromEntries<never>(routed as [string, never][]) as unknown as ActivityRegistry;
  }

  private call(name: string, args: unknown[]): Promise<unknown> {
    const { workflowExecution, activityId } = Context.current().info;
    const run = runOf(workflowExecution?.workflowId ?? '');
    const attemptOf = `${workflowExecution?.runId ?? ''}:${activityId}`;
    const fake = this.programmes.get(run);
    if (fake === undefined) throw new Error(`no programme plays ${run}`);
    fake.calls.push(name);
    const methods = fake as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    return this.around(
      { name, run, attemptOf },
      () => methods[name]?.(...args) ?? Promise.reject(new Error(`no ${name}`)),
    );
  }
}

function namesOf(fake: FakeProgramme): string[] {
  const own = Object.getOwnPropertyNames(fake);
  const inherited = Object.getOwnPropertyNames(FakeProgramme.prototype);
  const values = fake as unknown as Record<string, unknown>;
  return [...own, ...inherited].filter((name) => name !== 'constructor' && typeof values[name] === 'function');
}
