import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DeliveredDecision, nextLife, type TaskEvent, taskStep, WorkingCalendar } from '#domain';
import {
  AuditRepository,
  lifeOf,
  type LockedTask,
  OutboxRepository,
  TaskLifeRepository,
  TaskRepository,
  type TaskRow,
} from '#persistence';
import { CommandsService } from '../shared/commands.service.js';
import type { CommandContext } from '../shared/request-context.js';
import { AtOnceService } from './at-once.service.js';
import { dueOnOf, type EventWish } from './event-wish.js';
import { TaskAuthority } from './task-authority.js';
import { viewTask } from './task-view.js';
import type { Task } from './tasks.schemas.js';

export type PersonalEvent = Exclude<TaskEvent, 'decide' | 'exit'>;

/** Steps that pass without a row in the audit: they move nobody's duty but the officer's own. */
const UNAUDITED: readonly TaskEvent[] = ['claim', 'release', 'start', 'stop', 'comment'];

/** Moves tasks through their life. Deciding is DecisionsService's. */
@Injectable()
export class TaskEventsService {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly commands: CommandsService,
    private readonly atOnce: AtOnceService,
  ) {}

  /**
   * Does one event to one task, or says every reason why not: who holds it, who could act, what the state forbids. The
   * same key again gets the first answer. A task that was skipped or failed is told to its workflow like a decision.
   */
  async act(context: CommandContext, taskId: string, event: PersonalEvent, wish: EventWish = {}): Promise<Task> {
    const name = `${event}:${taskId}`;
    const claimed = event === 'claim' ? await this.atOnce.claim(context, name, taskId) : undefined;
    if (claimed !== undefined) return claimed;
    return this.commands.run(context, name, wish, async (manager) => {
      const task = await new TaskRepository(manager).lock(taskId);
      const authority = new TaskAuthority(manager);
      await authority.demand(context.actor, { type: event, reason: wish.reason }, task);
      if (wish.targetIds !== undefined) await authority.demandTargets(wish.targetIds, [task]);
      return viewTask(await this.move(manager, context, task, event, wish), task.today, this.calendar);
    });
  }

  /** The row as the event leaves it. */
  private async move(
    manager: EntityManager,
    context: CommandContext,
    task: LockedTask,
    event: PersonalEvent,
    wish: EventWish,
  ): Promise<TaskRow> {
    const { officerId } = context.actor;
    const { today } = task;
    const dueOn = dueOnOf(event, wish, task, officerId, { today, calendar: this.calendar });
    const lives = new TaskLifeRepository(manager);
    if (event === 'comment') await lives.note(task.id, event, officerId, wish.reason ?? '');
    if (event === 'comment' || (taskStep(event, task.state)?.to === 'unchanged' && dueOn === undefined)) return task;
    const from = lifeOf(task);
    const change = { event, actorId: officerId, targetIds: wish.targetIds, today, until: wish.until };
    const details = { ...(wish.targetIds && { to: wish.targetIds }), ...(wish.until && { until: wish.until }) };
    const moved = await lives.apply({
      taskId: task.id,
      event,
      from,
      to: nextLife(from, change),
      officerId,
      reason: wish.reason === '' ? undefined : wish.reason,
      details: { ...details, ...(dueOn === undefined ? {} : { dueOn }) },
      dueOn,
    });
    if (moved === undefined) throw new Error('a locked task does not move under its lock');
    if (!UNAUDITED.includes(event)) await this.audit(manager, context, task, event, details);
    await this.tellWorkflow(manager, task, event);
    return moved;
  }

  private async audit(
    manager: EntityManager,
    context: CommandContext,
    task: LockedTask,
    event: TaskEvent,
    details: Record<string, unknown>,
  ): Promise<void> {
    await new AuditRepository(manager).note({
      officerId: context.actor.officerId,
      action: `task.${event}`,
      subjectType: 'task',
      subjectId: task.id,
      territoryCode: task.territoryCode,
      requestId: context.requestId,
      details: { kind: task.kind, ...details },
    });
  }

  private async tellWorkflow(manager: EntityManager, task: LockedTask, event: TaskEvent): Promise<void> {
    if (event !== 'skip' && event !== 'fail') return;
    const outcome = event === 'skip' ? 'skipped' : 'failed';
    const told: DeliveredDecision = { taskId: task.id, kind: task.kind, outcome };
    await new OutboxRepository(manager).add(task.workflowId, 'decision', told);
  }
}
