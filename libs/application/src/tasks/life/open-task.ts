import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfJakartaDay, escalationPlan, type TaskKind, taskRule, WorkingCalendar } from '#domain';
import { HolidayRepository, inTransaction, PeriodRepository, ProgrammeClockRepository } from '#persistence';
import { describeArtefact, type SubjectOfTask } from '../artefact/describe-artefact.js';
import { nextEscalation } from '../deadlines/escalate-due.js';
import { openApproval } from '../../approvals/open-approval.js';

export interface TaskRequest {
  readonly workflowId: string;
  readonly stepKey: string;
  readonly kind: TaskKind;
  readonly subject: SubjectOfTask;
}

/** Opens human tasks, keyed by workflow and step: a repeat finds the first. */
@Injectable()
export class OpenTask {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /**
   * Opens a task over its artefact as it stands, and one for each further office whose approval a policy asks for, due
   * after the working days that the period's policy gives. `dueAt` is the first instant at which silence has a consequence.
   */
  async open({ workflowId, stepKey, kind, subject }: TaskRequest): Promise<{ taskId: string; dueAt: string }> {
    return inTransaction(this.database, async (manager) => {
      const { hash, chainKey, families, amountRupiah } = await describeArtefact(manager, subject, kind);
      const policy = await new PeriodRepository(manager).policyOf(subject.periodId);
      const today = await new ProgrammeClockRepository(manager).today();
      const calendars = await new HolidayRepository(manager).calendars(this.calendar);
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
}
