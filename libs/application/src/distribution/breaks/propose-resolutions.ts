import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { resolutionsOf, DomainError } from '#domain';
import { BreakSettlementRepository, ProgrammeClockRepository, TaskLifeRepository, TaskRepository } from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import { behalfOf, standingActor } from '../../delegation/standing-actor.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { describeArtefact } from '../../tasks/artefact/describe-artefact.js';
import { TaskAuthority } from '../../tasks/decision/task-authority.js';
import type { NewResolutions, PaperSaved } from '../distribution.schemas.js';

/** What one officer proposes for breaks; nothing moves before another settles it. The first proposal takes the task. */
@Injectable()
export class ProposeResolutions {
  constructor(private readonly commands: Commands) {}

  /** Writes all of them or none. Throws BREAK_UNKNOWN for a break that is not open, BREAK_RESOLUTION for one that its type does not know. */
  async save(context: CommandContext, taskId: string, command: NewResolutions): Promise<z.infer<typeof PaperSaved>> {
    return this.commands.run(context, `resolutions:${taskId}`, command, async (manager) => {
      const tasks = new TaskRepository(manager);
      const actor = await standingActor(manager, context.actor);
      const task = await tasks.lock(taskId);
      if (task.kind !== 'breaks.propose') throw new DomainError('TASK_UNKNOWN', 'not a task on breaks');
      const answer = await new TaskAuthority(manager).demand(actor, { type: 'prepare' }, task);
      await new TaskLifeRepository(manager).take(task, actor.officerId, behalfOf(answer));
      const breaks = new BreakSettlementRepository(manager);
      for (const { breakId, resolution, explanation } of command.resolutions) {
        const found = await breaks.find(task.subjectId, breakId);
        if (found === undefined)
          throw new DomainError('BREAK_UNKNOWN', 'no such open break of this order', { breakId });
        if (!resolutionsOf(found.type, found.endToEndId).includes(resolution)) {
          throw new DomainError('BREAK_RESOLUTION', 'this kind of break is not settled so', { breakId, resolution });
        }
        await breaks.propose(breakId, actor.officerId, { resolution, explanation });
      }
      const { hash: artefactHash } = await describeArtefact(
        manager,
        { ...task, type: 'order', id: task.subjectId },
        'breaks.propose',
      );
      await tasks.setArtefact(taskId, artefactHash);
      const changed = command.resolutions.length;
      const { territoryCode } = task;
      const about = { subjectType: 'task', subjectId: taskId, territoryCode, details: { changed, artefactHash } };
      await noteBy(manager, context, { action: 'breaks.proposed', ...about });
      return { changed, artefactHash, savedAt: await new ProgrammeClockRepository(manager).now() };
    });
  }
}
