import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfJakartaDay, type TaskKind, taskRule, WorkingCalendar } from '#domain';
import { inTransaction, openApproval, PeriodRepository, ProgrammeClockRepository, TaskRepository } from '#persistence';
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
   * after the working days that the period's policy gives.
   */
  async openTask({ workflowId, stepKey, kind, subject }: TaskRequest): Promise<{ taskId: string; dueAt: string }> {
    return inTransaction(this.database, async (manager) => {
      const { hash, chainKey, families, amountRupiah } = await describeArtefact(manager, subject, kind);
      const policy = await new PeriodRepository(manager).policyOf(subject.periodId);
      const today = await new ProgrammeClockRepository(manager).today();
      const dueOn = this.calendar.addWorkingDays(today, policy.count(taskRule(kind).dueDays));
      const { periodId, cityCode, territoryCode } = subject;
      const task = await openApproval(manager, {
        ...{ workflowId, stepKey, kind, periodId, cityCode, territoryCode, chainKey, families, amountRupiah, dueOn },
        subjectType: subject.type,
        subjectId: subject.id,
        artefactHash: hash,
      });
      return { taskId: task.taskId, dueAt: endOfJakartaDay(task.dueOn).toISOString() };
    });
  }

  /**
   * Raises a late task in every inbox; its pool keeps the right to act. A deadline that has moved, because the task was
   * suspended or extended, is told instead: the workflow waits for it.
   */
  async escalate(taskId: string): Promise<{ dueAt: string } | undefined> {
    const day = await inTransaction(this.database, (manager) => new TaskRepository(manager).escalate(taskId));
    return day === undefined ? undefined : { dueAt: endOfJakartaDay(day).toISOString() };
  }

  /** Milliseconds by which the programme's calendar differs from the machine's; 0 outside a sandbox. */
  async clockOffsetMs(): Promise<number> {
    return new ProgrammeClockRepository(this.database.manager).offsetMs();
  }
}
