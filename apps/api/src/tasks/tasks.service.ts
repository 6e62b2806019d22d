import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { taskRule, WorkingCalendar } from '#domain';
import type { Language } from '#messages';
import { InboxRepository, type LockedTask, ProgrammeClockRepository, TaskRepository } from '#persistence';
import { CommandsService } from '../shared/commands.service.js';
import { ByDay, ByMoment, decodeCursor, toPage } from '../shared/cursor.js';
import type { CommandContext, SignedIn } from '../shared/request-context.js';
import { TaskAuthority } from './task-authority.js';
import { demandSight } from './task-sight.js';
import { told } from './told.js';
import { viewTask } from './task-view.js';
import type { Task, TaskCounts, TaskDetail, TaskPage, TaskQuery } from './tasks.schemas.js';

/** Lists tasks, explains them, and reserves or frees them. Deciding is DecisionsService's. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
    private readonly commands: CommandsService,
  ) {}

  async list(actor: SignedIn, query: TaskQuery): Promise<z.infer<typeof TaskPage>> {
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    const rows = await new InboxRepository(this.database.manager).page(actor.officerId, actor.appointments, {
      ...query,
      limit: query.limit + 1,
      after: decodeCursor(query.cursor, query.view === 'done' ? ByMoment : ByDay),
    });
    const page = toPage(rows, query.limit, (row) => ({
      id: row.id,
      key: query.view === 'done' ? (row.closedAt?.toISOString() ?? '') : row.dueOn,
    }));
    return { rows: page.rows.map((row) => viewTask(row, today, this.calendar)), next: page.next };
  }

  async counts(actor: SignedIn): Promise<z.infer<typeof TaskCounts>> {
    const byKind = await new InboxRepository(this.database.manager).counts(actor.officerId, actor.appointments);
    const at = await new ProgrammeClockRepository(this.database.manager).now();
    return { total: byKind.reduce((sum, { tasks }) => sum + tasks, 0), byKind, at };
  }

  async find(actor: SignedIn, taskId: string, language: Language): Promise<z.infer<typeof TaskDetail>> {
    const tasks = new TaskRepository(this.database.manager);
    const task = await tasks.facts(taskId);
    demandSight(actor, task);
    const history = await tasks.decisionsOfChain(task.chainKey);
    return {
      task: this.view(task),
      actions: await this.actions(actor, task, language),
      history,
    };
  }

  /** Reserves a free task. Of many who try at once one wins; the others are told who holds it. */
  async claim(context: CommandContext, taskId: string): Promise<Task> {
    return this.commands.run(context, `claim:${taskId}`, {}, async (manager) => {
      const tasks = new TaskRepository(manager);
      const task = await tasks.lock(taskId);
      await new TaskAuthority(manager).demand(context.actor, { type: 'claim' }, task);
      const { officerId: ownerId, fullName: ownerName } = context.actor;
      await tasks.claim(taskId, ownerId);
      return this.view({ ...task, state: 'reserved', ownerId, ownerName });
    });
  }

  /** Gives a reserved task back to its pool; what was entered stays. */
  async release(context: CommandContext, taskId: string): Promise<Task> {
    return this.commands.run(context, `release:${taskId}`, {}, async (manager) => {
      const tasks = new TaskRepository(manager);
      const task = await tasks.lock(taskId);
      await new TaskAuthority(manager).demand(context.actor, { type: 'release' }, task);
      await tasks.release(taskId, context.actor.officerId);
      return this.view({ ...task, state: 'ready', ownerId: null, ownerName: null });
    });
  }

  private async actions(actor: SignedIn, task: LockedTask, language: Language) {
    const authority = new TaskAuthority(this.database.manager);
    const rule = taskRule(task.kind);
    const claim = await authority.answer(actor, { type: 'claim' }, task);
    const decide = await Promise.all(
      rule.outcomes.map(async (outcome) => {
        // A reason and the artefact are given with the decision; here only the person is judged.
        const action = { type: 'decide', outcome, reason: '–', artefactHash: task.artefactHash } as const;
        const answer = await authority.answer(actor, action, task);
        return {
          outcome,
          returnTo: outcome === 'returned' ? [...(rule.returnTo ?? [])] : [],
          ...told(answer, language),
        };
      }),
    );
    return { claim: told(claim, language), decide };
  }

  private view(task: LockedTask): Task {
    const { signatures: _signatures, mandate: _mandate, desk: _desk, freezes: _freezes, today, ...row } = task;
    return viewTask(row, today, this.calendar);
  }
}
