import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Answer,
  type DeliveredDecision,
  nextLife,
  type TaskEvent,
  taskStep,
  WorkingCalendar,
  type PersonalEvent,
} from '#domain';
import {
  lifeOf,
  type TaskContext,
  OutboxRepository,
  TaskLifeRepository,
  TaskRepository,
  type TaskRow,
} from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { behalfOf, standingActor } from '../../delegation/standing-actor.js';
import { OptimisticTaskService } from '../decision/optimistic-task.js';
import { dueOnOf, type EventCommand, startAfterRest } from './event-options.js';
import { TaskAuthority } from '../decision/task-authority.js';
import { calendarOf, viewTask } from '../inbox/task-view.js';
import type { Task } from '../tasks.schemas.js';

interface Step {
  readonly event: PersonalEvent;
  readonly command: EventCommand;
  readonly answer: Answer;
}

/** Steps that pass without a row in the audit: they move nobody's duty but the officer's own. */
const UNAUDITED: readonly TaskEvent[] = ['claim', 'release', 'start', 'stop', 'comment', 'set-reminder'];

/** Steps that move what a workflow's timer waits for. */
const MOVES_THE_TIMER: readonly TaskEvent[] = ['suspend', 'resume', 'extend', 'set-reminder'];

/** Moves tasks through their life. Deciding is DecideTask's. */
@Injectable()
export class MoveTask {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
    private readonly optimistic: OptimisticTaskService,
  ) {}

  /**
   * Does one event to one task, or says every reason why not: who holds it, who could act, what the state forbids. The
   * same key again gets the first answer. A task that was skipped or failed is told to its workflow like a decision.
   */
  async act(context: CommandContext, taskId: string, event: PersonalEvent, command: EventCommand = {}): Promise<Task> {
    const name = `${event}:${taskId}`;
    const claimed = event === 'claim' ? await this.optimistic.claim(context, name, taskId) : undefined;
    if (claimed !== undefined) return claimed;
    return this.commands.run(context, name, command, async (manager) => {
      const actor = await standingActor(manager, context.actor);
      const task = await new TaskRepository(manager).lock(taskId);
      const authority = new TaskAuthority(manager);
      const answer = await authority.demand(actor, { type: event, reason: command.reason }, task);
      if (command.targetIds !== undefined) await authority.demandTargets(command.targetIds, [task]);
      return viewTask(
        await this.move(manager, context, task, { event, command, answer }),
        task.today,
        calendarOf(task, this.calendar),
      );
    });
  }

  /** The row as the event leaves it. */
  private async move(
    manager: EntityManager,
    context: CommandContext,
    task: TaskContext,
    { event, command, answer }: Step,
  ): Promise<TaskRow> {
    const { officerId } = context.actor;
    const { today } = task;
    const calendar = this.calendar.plus(task.holidays);
    const dueOn = dueOnOf(event, command, task, officerId, { today, calendar });
    const { followUpOn } = command;
    const lives = new TaskLifeRepository(manager);
    if (event === 'comment') await lives.note(task.id, event, officerId, command.reason ?? '');
    const isTaken = answer.standIn !== undefined && task.ownerId !== officerId;
    const isNews = dueOn !== undefined || event === 'set-reminder' || isTaken;
    if (event === 'comment' || (taskStep(event, task.state)?.to === 'unchanged' && !isNews)) return task;
    const from = lifeOf(task);
    const change = {
      event,
      actorId: officerId,
      targetIds: command.targetIds,
      today,
      until: command.until,
      onBehalf: behalfOf(answer),
    };
    const details = { ...detailsOf(command), ...(isTaken && { for: answer.standIn.principal.officerId }) };
    const moved = await lives.apply({
      taskId: task.id,
      event,
      from,
      to: nextLife(from, change),
      officerId,
      reason: command.reason === '' ? undefined : command.reason,
      details: { ...details, ...(dueOn === undefined ? {} : { dueOn }) },
      ...{ dueOn, followUpOn, waitingFor: command.waitingFor },
      startDueOn: event === 'resume' ? startAfterRest(task, calendar) : undefined,
    });
    if (moved === undefined) throw new Error('a locked task does not move under its lock');
    if (!UNAUDITED.includes(event)) await this.audit(manager, context, task, event, details);
    await this.tellWorkflow(manager, task, event);
    return moved;
  }

  private async audit(
    manager: EntityManager,
    context: CommandContext,
    task: TaskContext,
    event: TaskEvent,
    details: Record<string, unknown>,
  ): Promise<void> {
    await noteBy(manager, context, {
      action: `task.${event}`,
      subjectType: 'task',
      subjectId: task.id,
      territoryCode: task.territoryCode,
      details: { kind: task.kind, ...details },
    });
  }

  private async tellWorkflow(manager: EntityManager, task: TaskContext, event: TaskEvent): Promise<void> {
    if (MOVES_THE_TIMER.includes(event)) await new OutboxRepository(manager).tellDeadlines([task]);
    if (event !== 'skip' && event !== 'fail') return;
    const outcome = event === 'skip' ? 'skipped' : 'failed';
    const decision: DeliveredDecision = { taskId: task.id, kind: task.kind, outcome };
    await new OutboxRepository(manager).add(task.workflowId, 'decision', decision);
  }
}

/** What the history tells of an event beside who did it and why. */
const detailsOf = ({ targetIds, until, followUpOn, waitingFor }: EventCommand) => ({
  ...(targetIds && { to: targetIds }),
  ...((until ?? followUpOn) && { until: until ?? followUpOn }),
  ...(waitingFor && { roles: [waitingFor] }),
});
