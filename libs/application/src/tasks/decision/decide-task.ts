import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, isOpen, taskRule } from '#domain';
import {
  ApprovalRequestRepository,
  type DecisionRow,
  type TaskContext,
  type NewDecision,
  TaskRepository,
} from '#persistence';
import { betweenOf, onBehalf, standingActor } from '../../delegation/standing-actor.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { OptimisticTaskService } from './optimistic-task.js';
import { DECISION_CHECKS } from './decision-checks.js';
import { decisionOf } from './decision-record.js';
import { drawOnMandate } from './mandate-use.js';
import { TaskAuthority } from './task-authority.js';
import type { DecidedTask, TaskDecision } from '../tasks.schemas.js';
import { countVote, stillNeeded, type VoteCount } from './vote-count.js';

/** Decides tasks. The row is the gate: one transaction locks, judges, records, audits and tells the workflow. */
@Injectable()
export class DecideTask {
  constructor(
    private readonly commands: Commands,
    private readonly optimistic: OptimisticTaskService,
  ) {}

  /** Yes with the record, or every reason why not. The same decision again gets the first answer. */
  async decide(context: CommandContext, taskId: string, command: TaskDecision): Promise<DecidedTask> {
    const name = `decide:${taskId}`;
    const decided = await this.optimistic.decide(context, name, taskId, command);
    if (decided !== undefined) return decided;
    return this.commands.run(context, name, command, async (manager) => {
      const tasks = new TaskRepository(manager);
      const actor = await standingActor(manager, context.actor);
      await new ApprovalRequestRepository(manager).lockOf(taskId);
      const found = await tasks.lock(taskId);
      const earlier = await this.earlierDecision(tasks, found, context, command);
      if (earlier !== undefined) return answerOf(earlier, await stillNeeded(manager, found));
      const authority = await new TaskAuthority(manager).demand(actor, { type: 'decide', ...command }, found);
      const task = onBehalf(found, authority);
      await DECISION_CHECKS[task.kind](manager, task, command);
      const decision = decisionOf(context, task, command, authority);
      const count = await countVote(manager, task, decision);
      if (count.isLast) await drawOnMandate(manager, task, decision);
      const decidedAt = await record(manager, task, decision, count);
      for (const officerId of betweenOf(authority)) {
        await tasks.sign(task.chainKey, officerId, taskRule(task.kind).capacity, task.id);
      }
      const { fullName: officer } = context.actor;
      return { taskId, outcome: command.outcome, decidedAt, officer, stillNeeded: count.stillNeeded };
    });
  }

  /** What was decided before: the same person's same decision is answered again, any other is refused. */
  private async earlierDecision(
    tasks: TaskRepository,
    task: TaskContext,
    context: CommandContext,
    command: TaskDecision,
  ): Promise<DecisionRow | undefined> {
    if (isOpen(task.state)) return undefined;
    const [earlier] = await tasks.decisions([task.id]);
    if (earlier === undefined) return undefined;
    if (earlier.officerId === context.actor.officerId && earlier.outcome === command.outcome) return earlier;
    throw new DomainError('TASK_DECIDED', 'the task was decided before', {
      officer: earlier.officer,
      decidedAt: earlier.decidedAt.toISOString(),
      outcome: earlier.outcome,
    });
  }
}

/** Closes the task, or frees it for the office's next officer. Returns the moment. */
async function record(
  manager: EntityManager,
  task: TaskContext,
  decision: NewDecision,
  { reportedTaskId }: VoteCount,
): Promise<Date> {
  return reportedTaskId === undefined
    ? new ApprovalRequestRepository(manager).free(task, decision)
    : new TaskRepository(manager).decide(task, decision, reportedTaskId);
}

const answerOf = (decision: DecisionRow, stillNeeded: number): DecidedTask => ({
  taskId: decision.taskId,
  outcome: decision.outcome,
  decidedAt: decision.decidedAt,
  officer: decision.officer,
  stillNeeded,
});
