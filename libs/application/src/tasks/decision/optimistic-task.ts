import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nextLife, taskRule, why, WorkingCalendar, TASK_KINDS } from '#domain';
import { lifeOf, type TaskContext, type Receipt, TaskLifeRepository, TaskRepository } from '#persistence';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { DECISION_CHECKS } from './decision-checks.js';
import { decisionOf } from './decision-record.js';
import { toTaskFacts } from './task-authority.js';
import { calendarOf, viewTask } from '../inbox/task-view.js';
import type { DecidedTask, TaskDecision, Task } from '../tasks.schemas.js';

const BULK_KINDS = TASK_KINDS.filter((kind) => taskRule(kind).bulkDecidable);

/**
 * What officers do by the thousand, without a lock: read, judge, and write on the condition that the row is still the
 * one that was judged. Undefined when it is not that simple; the services that lock then say what is in the way.
 */
@Injectable()
export class OptimisticTaskService {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  async claim(context: CommandContext, name: string, taskId: string): Promise<Task | undefined> {
    return this.commands.attempt(context, name, {}, async (manager, receipt) => {
      const task = await new TaskRepository(manager).facts(taskId);
      const { allowed, standIn } = why(context.actor, { type: 'claim' }, toTaskFacts(task), task.today);
      if (task.ownerId !== null || !allowed || standIn !== undefined) return undefined;
      const { officerId, fullName } = context.actor;
      const from = lifeOf(task);
      const to = nextLife(from, { event: 'claim', actorId: officerId });
      const view = viewTask({ ...task, ...to, ownerName: fullName }, task.today, calendarOf(task, this.calendar));
      const change = { taskId, event: 'claim', from, to, officerId, version: task.version } as const;
      return (await new TaskLifeRepository(manager).applyOptimistically(change, receipt, view)) ? view : undefined;
    });
  }

  /** Only for the kinds that may be decided in bulk: they need no more than the task's own row. */
  async decide(
    context: CommandContext,
    name: string,
    taskId: string,
    command: TaskDecision,
  ): Promise<DecidedTask | undefined> {
    return this.commands.attempt(context, name, command, async (manager, receipt) => {
      const task = await new TaskRepository(manager).factsOfKinds(taskId, BULK_KINDS);
      return task && this.record(manager, receipt, context, task, command);
    });
  }

  private async record(
    manager: EntityManager,
    receipt: Receipt,
    context: CommandContext,
    task: TaskContext,
    command: TaskDecision,
  ): Promise<DecidedTask | undefined> {
    const answer = why(context.actor, { type: 'decide', ...command }, toTaskFacts(task), task.today);
    if (!answer.allowed || answer.standIn !== undefined) return undefined;
    await DECISION_CHECKS[task.kind](manager, task, command);
    const decided = { taskId: task.id, outcome: command.outcome, officer: context.actor.fullName, stillNeeded: 0 };
    const decision = decisionOf(context, task, command, answer);
    const decidedAt = await new TaskRepository(manager).decideOptimistically(task, decision, receipt, decided);
    return decidedAt && { ...decided, decidedAt };
  }
}
