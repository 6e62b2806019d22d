import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { DomainError } from '#domain';
import { PeriodRepository, type TaskContext, TaskRepository } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { standingActor } from '../delegation/standing-actor.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import { describeArtefact } from '../tasks/artefact/describe-artefact.js';
import { TaskAuthority } from '../tasks/decision/task-authority.js';
import { PeriodService } from './periods.js';
import type { NewQuotas, PeriodDetail } from './periods.schemas.js';
import { setQuotas } from './set-quotas.js';

/** Corrects the quotas of an allocation that lies with its preparer. The same quotas again change nothing but the trail. */
@Injectable()
export class ChangeQuotas {
  constructor(
    private readonly commands: Commands,
    private readonly periods: PeriodService,
  ) {}

  /**
   * Only whoever holds the task changes them. The task is about the new quotas from the same moment on, so that an earlier
   * sight of them can't be sent. Throws ALLOCATION_CLOSED, TASK_NOT_HELD, or why this officer may not work on the task.
   */
  async change(context: CommandContext, periodId: string, command: NewQuotas): Promise<z.infer<typeof PeriodDetail>> {
    return this.commands.run(context, `quotas:${periodId}`, command, async (manager) => {
      const task = await this.heldTask(manager, context, periodId);
      const periods = new PeriodRepository(manager);
      const before = await this.quotas(manager, periodId);
      const { months } = await periods.find(periodId);
      await setQuotas(manager, periodId, command.quotas, months.length);
      const artefactHash = await this.renew(manager, task);
      await noteBy(manager, context, {
        action: 'quotas.changed',
        subjectType: 'period',
        subjectId: periodId,
        details: { taskId: task.id, before, after: await this.quotas(manager, periodId), artefactHash },
      });
      return this.periods.find(periodId, manager);
    });
  }

  private async heldTask(manager: EntityManager, context: CommandContext, periodId: string): Promise<TaskContext> {
    const taskId = await new PeriodRepository(manager).preparedAllocation(periodId, context.actor.officerId);
    if (taskId === undefined) throw new DomainError('ALLOCATION_CLOSED', 'the allocation is not being prepared');
    const task = await new TaskRepository(manager).lock(taskId);
    const actor = await standingActor(manager, context.actor);
    await new TaskAuthority(manager).demand(actor, { type: 'prepare' }, task);
    if (task.ownerId !== actor.officerId) throw new DomainError('TASK_NOT_HELD', 'nobody holds this task');
    return task;
  }

  /** What is signed from here on: the quotas as they are now, with what they cost. */
  private async renew(manager: EntityManager, task: TaskContext): Promise<string> {
    const { periodId, cityCode, territoryCode, subjectId, kind } = task;
    const subject = { periodId, cityCode, territoryCode, type: 'period', id: subjectId } as const;
    const { hash, families, amountRupiah } = await describeArtefact(manager, subject, kind);
    await new TaskRepository(manager).refreshArtefact('period', subjectId, hash, { families, amountRupiah });
    return hash;
  }

  private async quotas(manager: EntityManager, periodId: string): Promise<Record<string, number>> {
    const allocations = await new PeriodRepository(manager).allocations(periodId);
    return Object.fromEntries(allocations.map(({ cityCode, quotaFamilies }) => [cityCode, quotaFamilies]));
  }
}
