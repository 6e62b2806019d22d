import { setTimeout as pause } from 'node:timers/promises';
import type { ActivityRegistry } from '#activities/registry/activity-registry.js';
import type { DeliveredDecision } from '#domain';
import { type FakeCase, FakeDesk } from './fake-desk.js';
import { FakeDiary } from './fake-diary.js';
import { deliveredOf, everybodyAgrees, type FakeDecision, type FakeTask, type People } from './fake-people.js';
import type { TaskRequest } from '#application';

export const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface ProgrammeOptions {
  readonly people?: People;
  readonly cities?: readonly string[];
  readonly kelurahan?: readonly string[];
  /** Cases by kelurahan; a kelurahan without any has no desk. */
  readonly cases?: Readonly<Record<string, readonly FakeCase[]>>;
  /** How many instructions each look finds outstanding; the last one stays. */
  readonly outstanding?: readonly number[];
  /** The bank's silence is noted already: only a file wakes whoever waits. */
  readonly isLate?: boolean;
  readonly isOrderRefused?: boolean;
  /** How many payments are to be repaired in each round; those of orders that pay again do not fail. */
  readonly failed?: readonly number[];
  /** How many doubted families each round over a list finds, and then none. */
  readonly doubts?: readonly number[];
  /** Kelurahan that have to check families of a list that came meanwhile, by look. */
  readonly toCheck?: readonly (readonly string[])[];
  /** What each look of the desk finds: breaks that wait for people, and then none. */
  readonly breaks?: readonly number[];
  /** How often the list has changed when it is to be ratified. */
  readonly listChanges?: number;
  /** The budget covers the quotas only once their preparer has mended them. */
  readonly isOverBudget?: boolean;
  readonly hasReturn?: boolean;
  /** Some families of the decree are paid at the post office. */
  readonly isByPostToo?: boolean;
  /** Nothing is left of an early return when it is instructed. */
  readonly isUsedMeanwhile?: boolean;
}

/** What the programme needs of the outside: the server's clock, and a way to tell a workflow of decisions. */
export interface Surroundings {
  now(): Promise<number>;
  tell(workflowId: string, decisions: readonly DeliveredDecision[]): Promise<void>;
}

/**
 * Every activity over facts in memory, keyed like the real ones: a repeat finds the first result. `effects` is what
 * the database would hold in the end, `calls` what was asked in which order.
 */
export class FakeProgramme implements ActivityRegistry {
  readonly tasks = new Map<string, FakeTask>();
  readonly decisions = new Map<string, FakeDecision>();
  readonly effects = new Map<string, unknown>();
  readonly calls: string[] = [];
  readonly desks = new Map<string, FakeDesk>();
  readonly escalations: { readonly what: string; readonly at: number }[] = [];
  /** ISO instants by task, as a suspension or an extension leaves them. */
  readonly movedDeadlines = new Map<string, string>();
  /** ISO instants by desk at which its tasks have something to be told, in the order in which they are asked for. */
  readonly deskMoments = new Map<string, string[]>();
  offsetMs = 0;
  hasReceiverEnded = false;
  /** Whichever diary a run keeps. */
  readonly diary = new FakeDiary(async () => (await this.surroundings.now()) + this.offsetMs);
  private start = 0;
  private readonly looks = new Map<string, number>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly commands: ProgrammeOptions = {},
  ) {}

  /** Opens the task; who decides at once does so before the workflow hears that the task is open. */
  async openTask(request: TaskRequest) {
    const taskId = `${request.workflowId}|${request.stepKey}`;
    const task = this.tasks.get(taskId) ?? { ...request, taskId };
    this.tasks.set(taskId, task);
    const decision = (this.commands.people ?? everybodyAgrees)(task);
    if (decision !== undefined) await this.decide(task, decision);
    return { taskId, dueAt: new Date((await this.surroundings.now()) + 5 * DAY).toISOString() };
  }

  /** The row keeps the first decision; telling it again is allowed. */
  async decide(task: FakeTask, decision: FakeDecision): Promise<void> {
    const first = this.decisions.get(task.taskId) ?? decision;
    this.decisions.set(task.taskId, first);
    await this.surroundings.tell(task.workflowId, [deliveredOf(task, first)]);
  }

  /** A deadline that a spec has moved is told once; then the task is late. */
  async escalate(taskId: string): Promise<{ dueAt: string } | undefined> {
    const moved = this.movedDeadlines.get(taskId);
    this.movedDeadlines.delete(taskId);
    if (moved !== undefined) return { dueAt: moved };
    this.escalations.push({ what: taskId, at: await this.surroundings.now() });
    return undefined;
  }
  clockOffsetMs = () => Promise.resolve(this.offsetMs);
  alertHeldApprovals = () => this.diary.look();
  endDelegations = () => this.diary.look();
  endMandates = () => this.diary.look();
  lapseAccountResets = () => this.diary.look();
  lapseFamilyChanges = () => this.diary.look();
  keepFollowUp = () => this.diary.look();
  /** Due as its diary says, and over when nothing is. */
  followComplaint = async (): Promise<{ isOver: true } | { dueAt: string }> =>
    (await this.diary.look()) ?? { isOver: true };
  remindOfCards = () => this.diary.look();
  remindOfHandovers = () => this.diary.look();
  lookAtAlerts = () => this.diary.look();
  remindOfSpotChecks = () => this.diary.look();
  remindOfOutreach = () => this.diary.look();
  sealAudit = () => this.diary.look();
  sendMails = () => this.diary.look();
  /** Due as its diary says; where nothing is, it waits for facts until the receiver has ended. */
  sendWebhooks = async (): Promise<{ isOver: true } | { dueAt: string } | null> =>
    (await this.diary.look()) ?? (this.hasReceiverEnded ? { isOver: true } : null);

  startAllocation = (periodId: string) => this.keep(`${periodId} started`);
  async postAllocation(periodId: string) {
    if (this.commands.isOverBudget === true && this.opened('allocation.prepare').length === 0) return [];
    await this.keep(`${periodId} allocated`);
    return [...(this.commands.cities ?? ['32.75'])];
  }
  applyQuotaChange = (changeId: string) => this.keep(`${changeId} quota`, 'applied');
  refuseQuotaChange = (changeId: string) => this.keep(`${changeId} quota`, 'refused');
  findMandate = (periodId: string, cityCode: string) => Promise.resolve(`${periodId}/mandate/${cityCode}`);
  answerMandate = (taskId: string, mandateId: string) => this.keep(mandateId, this.decisions.get(taskId)?.outcome);
  async startStage(periodId: string, cityCode: string, stage: string) {
    this.start ||= await this.surroundings.now();
    await this.keep(`${periodId} ${cityCode} ${stage}`, 'running');
  }
  finishStage = (periodId: string, cityCode: string, stage: string) =>
    this.keep(`${periodId} ${cityCode} ${stage}`, 'done');
  closePeriod = (periodId: string) => this.keep(`${periodId} closed`);

  async draftRoster(periodId: string, cityCode: string) {
    const prefix = `${periodId}/roster/${cityCode}/`;
    const known = [...this.effects.keys()].filter((key) => key.startsWith(prefix));
    const open = known.find((key) => this.effects.get(key) === 'draft');
    const rosterId = open ?? `${prefix}${known.length + 1}`;
    await this.keep(rosterId, 'draft');
    return rosterId;
  }
  submitRoster = (rosterId: string) => this.keep(rosterId, 'submitted');
  endorseRoster = (rosterId: string) => this.keep(rosterId, 'endorsed');
  reopenRoster = (rosterId: string) => this.submitRoster(rosterId);
  listKelurahan = () => Promise.resolve([...(this.commands.kelurahan ?? ['32.75.02.1001', '32.75.03.1001'])]);
  returnedKelurahan(taskId: string, all: string[]) {
    const named = this.decisions.get(taskId)?.kelurahanCodes ?? [];
    return Promise.resolve(named.length === 0 ? all : all.filter((code) => named.includes(code)));
  }

  findDoubts = (rosterId: string) => this.keep(`doubts found in ${rosterId}`);
  /** What each look after the kelurahan are done finds to check; the last stays nothing. */
  kelurahanToCheck(rosterId: string) {
    return Promise.resolve([...(this.commands.toCheck?.[this.look(`to check in ${rosterId}`)] ?? [])]);
  }
  openDoubts(rosterId: string) {
    const plan = this.commands.doubts ?? [0];
    const settled = this.look(`${rosterId} doubts`, 0);
    return Promise.resolve({ round: settled + 1, families: plan[Math.min(settled, plan.length - 1)] ?? 0 });
  }
  /** A repeat finds the round over. */
  async settleDoubts(rosterId: string, round: number) {
    if (this.look(`${rosterId} doubts`, 0) + 1 === round) this.look(`${rosterId} doubts`);
    await this.keep(`doubts settled in ${rosterId}`, round);
  }

  draftDecree = (_period: string, _city: string, rosterId: string) =>
    Promise.resolve(rosterId.replace('roster', 'decree'));
  async ratifyDecree(decreeId: string) {
    await this.keep(decreeId, 'ratified');
    return { isListChanged: this.look(`${decreeId} list`) < (this.commands.listChanges ?? 0) };
  }
  draftOrder = (decreeId: string) => {
    const orderId = decreeId.replace('decree', 'order');
    return Promise.resolve(this.commands.isByPostToo === true ? [orderId, `${orderId}/post`] : [orderId]);
  };
  releaseOrder = (orderId: string) => this.keep(orderId, 'released');
  sendOrder = (orderId: string) => this.keep(`${orderId} sent`);
  async collectStatus(orderId: string) {
    const plan = this.commands.outstanding ?? [2, 0];
    const outstanding = plan[Math.min(this.look(orderId), plan.length - 1)] ?? 0;
    const isAnswered = this.look(orderId, 0) > 1;
    const isHere = isAnswered && outstanding === 0;
    if (isHere) await this.keep(`${orderId} settled`);
    const isRefused = isHere && this.commands.isOrderRefused === true;
    return { ...(await this.awaited(isHere)), outstanding, isAnswered, isRefused };
  }
  async failedPayments(orderId: string) {
    const plan = orderId.includes('/again') ? [0] : (this.commands.failed ?? [0]);
    const round = this.look(`${orderId} failed`, 0) + 1;
    const families = this.effects.has(`${orderId} repairs over`) ? 0 : (plan[round - 1] ?? 0);
    const isOver = families === 0 && (round >= plan.length || this.effects.has(`${orderId} repairs over`));
    return { ...(await this.awaited(families > 0 || isOver)), round, families };
  }
  async reissuePayments(orderId: string, round: number) {
    const made = `${orderId}/again${round}`;
    if (!this.effects.has(made)) this.look(`${orderId} failed`);
    await this.keep(made, 'drafted');
    return [made];
  }
  /** What is still open is closed, and its workflow hears of it. */
  async endRepairs(orderId: string) {
    await this.keep(`${orderId} repairs over`);
    for (const task of this.tasks.values()) {
      const isOpen = task.kind === 'payment.repair' && task.subject.id === orderId && !this.decisions.has(task.taskId);
      if (isOpen)
        await this.surroundings.tell(task.workflowId, [{ taskId: task.taskId, kind: task.kind, outcome: 'skipped' }]);
    }
  }
  usageSchedule = () => Promise.resolve({ cutOffAt: this.day(30), returnOn: this.day(105).slice(0, 10) });
  requestUsage = (orderId: string) => this.keep(`${orderId} usage asked`);
  collectUsage = (orderId: string) => this.awaited(this.look(`${orderId} usage`) > 1);
  async nextUsageLook(orderId: string) {
    const now = (await this.surroundings.now()) + this.offsetMs;
    const lookAt = [this.day(44), this.day(58)].find((at) => Date.parse(at) > now);
    await this.keep(`${orderId} use watched`);
    return lookAt === undefined ? null : { lookAt };
  }
  /** A repeat on the same day is the same request. */
  async requestUsageToday(orderId: string) {
    const day = Math.floor(((await this.surroundings.now()) + this.offsetMs - this.start) / DAY);
    await this.keep(`${orderId} late use on day ${day}`);
  }
  requestLastUsage = (orderId: string) => this.keep(`${orderId} last usage asked`);
  collectLastUsage = (orderId: string) => this.awaited(this.look(`${orderId} last usage`) > 1);

  openCases(_orderId: string, deskPrefix: string) {
    const schedule = { escalateAt: [this.day(75), this.day(98)], deadlineAt: this.day(105) };
    const desks = Object.entries(this.commands.cases ?? {}).map(([kelurahan, cases]) => {
      const workflowId = `${deskPrefix}${kelurahan}`;
      if (!this.desks.has(workflowId)) this.desks.set(workflowId, new FakeDesk(cases));
      return { workflowId, schedule };
    });
    return Promise.resolve(desks);
  }
  async advanceDesk(deskId: string) {
    const { open, decisions } = this.desk(deskId).advance();
    if (decisions.length > 0) await this.surroundings.tell(deskId, decisions);
    if (open === 0) await this.keep(deskId, this.desk(deskId).states);
    return open;
  }
  async escalateDesk(deskId: string) {
    this.escalations.push({ what: deskId, at: await this.surroundings.now() });
    const dueAt = this.deskMoments.get(deskId)?.shift();
    return dueAt === undefined ? undefined : { dueAt };
  }
  deskMoment(deskId: string) {
    const dueAt = this.deskMoments.get(deskId)?.shift();
    return Promise.resolve(dueAt === undefined ? undefined : { dueAt });
  }
  async lapseDesk(deskId: string) {
    const open = this.desk(deskId).lapse();
    await this.keep(deskId, this.desk(deskId).states);
    return open;
  }

  returnStartsAt = () => Promise.resolve(this.day(106));
  prepareReturn = () => Promise.resolve(this.commands.hasReturn ?? true);
  async instructReturn(key: string): Promise<boolean> {
    await this.keep(`${key} return`, 'instructed');
    return this.commands.isUsedMeanwhile !== true;
  }
  collectReturn = (orderId: string) => this.awaited(this.look(`${orderId} return`) > 1);
  /** An hour of nothing. */
  watchMailbox = () => pause(200);
  breakDesk(orderId: string) {
    const plan = this.commands.breaks ?? [0];
    const round = this.look(`${orderId} breaks`);
    const breaks = plan[Math.min(round, plan.length - 1)] ?? 0;
    return Promise.resolve({ periodId: orderId, cityCode: '32.75', round: round + 1, breaks, nextAt: null });
  }
  settleBreaks = (orderId: string, round: number) => this.keep(`${orderId} breaks`, round);
  confirmReturn = (orderId: string) => this.keep(`${orderId} return`, 'confirmed');

  buildKecamatanReports = (periodId: string) =>
    Promise.resolve(
      ['32.75.02', '32.75.03'].map((code) => ({ territoryCode: code, reportId: `${periodId}/report/${code}` })),
    );
  buildCityReport = (periodId: string, cityCode: string) => Promise.resolve(`${periodId}/report/${cityCode}`);
  buildPeriodReport = (periodId: string) => Promise.resolve(`${periodId}/report/ID`);

  /** Puts cases on a desk that a spec starts on its own. */
  addDesk(deskId: string, cases: readonly FakeCase[]): FakeDesk {
    const desk = new FakeDesk(cases);
    this.desks.set(deskId, desk);
    return desk;
  }

  /** The task of a kind that was opened last. */
  task(kind: string): FakeTask {
    const found = [...this.tasks.values()].findLast((task) => task.kind === kind);
    if (found === undefined) throw new Error(`no ${kind} was opened`);
    return found;
  }

  /** How often a kind was opened, and about which places. */
  opened(kind: string): string[] {
    return [...this.tasks.values()].filter((task) => task.kind === kind).map((task) => task.subject.territoryCode);
  }

  /** A look within the hour stands for the file that comes meanwhile. */
  private async awaited(isHere: boolean) {
    if (isHere || this.commands.isLate === true) return { isHere, dueAt: null };
    return { isHere, dueAt: new Date((await this.surroundings.now()) + HOUR).toISOString() };
  }

  private keep(key: string, value: unknown = true): Promise<void> {
    this.effects.set(key, value);
    return Promise.resolve();
  }

  private look(what: string, add = 1): number {
    const before = this.looks.get(what) ?? 0;
    this.looks.set(what, before + add);
    return before;
  }

  private desk(deskId: string): FakeDesk {
    return this.desks.get(deskId) ?? this.addDesk(deskId, []);
  }

  private day(count: number): string {
    return new Date(this.start + count * DAY).toISOString();
  }
}
