import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Calendars, endOfJakartaDay, escalationPlan, type TaskKind, taskRule, WorkingCalendar } from '#domain';
import {
  escalateDue,
  HolidayRepository,
  inTransaction,
  nextEscalation,
  openApproval,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { describeArtefact, type SubjectOfTask } from './artefacts.js';

export interface TaskRequest {
  readonly workflowId: string;
  readonly stepKey: string;
  readonly kind: TaskKind;
  readonly subject: SubjectOfTask;
}

/**
 * Opens and escalates human tasks. Every method may run more than once: a task is keyed by workflow and step, so a
 * retry finds the first result instead of repeating it.
 */
@Injectable()
export class TasksActivities {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /**
   * Opens a task over its artefact as it stands, and one for each further office whose approval a policy asks for, due
   * after the working days that the period's policy gives. `dueAt` is the first instant at which silence has a consequence.
   */
  async openTask({ workflowId, stepKey, kind, subject }: TaskRequest): Promise<{ taskId: string; dueAt: string }> {
    return inTransaction(this.database, async (manager) => {
      const { hash, chainKey, families, amountRupiah } = await describeArtefact(manager, subject, kind);
      const policy = await new PeriodRepository(manager).policyOf(subject.periodId);
      const today = await new ProgrammeClockRepository(manager).today();
      const calendars = await this.#calendars(manager);
      const calendar = calendars.for(subject.territoryCode);
      const dueOn = calendar.addWorkingDays(today, policy.count(taskRule(kind).dueDays));
      const { startDays } = escalationPlan(policy);
      const { periodId, cityCode, territoryCode } = subject;
      const task = await openApproval(manager, {
        ...{ workflowId, stepKey, kind, periodId, cityCode, territoryCode, chainKey, families, amountRupiah, dueOn },
        subjectType: subject.type,
        subjectId: subject.id,
        artefactHash: hash,
        startDueOn: startDays === undefined ? undefined : calendar.addWorkingDays(today, startDays),
      });
      const first = await nextEscalation(manager, calendars, { taskId: task.taskId });
      return { taskId: task.taskId, dueAt: first ?? endOfJakartaDay(task.dueOn).toISOString() };
    });
  }

  /**
   * Does what silence has brought upon a task: reminds, tells, marks it late, adds an owner, each once; nobody loses the
   * right to act. Answers with the next instant to look at, also after the deadline has moved.
   */
  async escalate(taskId: string): Promise<{ dueAt: string } | undefined> {
    return inTransaction(this.database, async (manager) => {
      const dueAt = await escalateDue(manager, await this.#calendars(manager), { taskId });
      return dueAt === undefined ? undefined : { dueAt };
    });
  }

  /** Milliseconds by which the programme's calendar differs from the machine's; 0 outside a sandbox. */
  async clockOffsetMs(): Promise<number> {
    return new ProgrammeClockRepository(this.database.manager).offsetMs();
  }

  async #calendars(manager: EntityManager): Promise<Calendars> {
    return new HolidayRepository(manager).calendars(this.calendar);
  }
}
