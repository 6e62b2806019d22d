import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { resolutionsOf, DomainError } from '#domain';
import { BreakSettlementRepository } from '#persistence';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { describeArtefact } from '../../tasks/artefact/describe-artefact.js';
import { keepPaper, takeToWrite } from '../../tasks/artefact/paper-in-task.js';
import type { NewResolutions, PaperSaved } from '../distribution.schemas.js';

/** What one officer proposes for breaks; nothing moves before another settles it. The first proposal takes the task. */
@Injectable()
export class ProposeResolutions {
  constructor(private readonly commands: Commands) {}

  /** Writes all of them or none. Throws BREAK_UNKNOWN for a break that is not open, BREAK_RESOLUTION for one that its type does not know. */
  async save(context: CommandContext, taskId: string, command: NewResolutions): Promise<z.infer<typeof PaperSaved>> {
    return this.commands.run(context, `resolutions:${taskId}`, command, async (manager) => {
      const { actor, task } = await takeToWrite(manager, context, taskId, 'breaks.propose');
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
      const changed = command.resolutions.length;
      const act = { action: 'breaks.proposed', artefactHash, details: { changed } };
      return { changed, artefactHash, savedAt: await keepPaper(manager, context, task, act) };
    });
  }
}
