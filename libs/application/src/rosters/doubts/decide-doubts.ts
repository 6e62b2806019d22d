import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { decisionsFor, DomainError } from '#domain';
import { DoubtRepository, RosterRowRepository } from '#persistence';
import type { PaperSaved } from '../../distribution/distribution.schemas.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { describeArtefact } from '../../tasks/artefact/describe-artefact.js';
import { keepPaper, takeToWrite } from '../../tasks/artefact/paper-in-task.js';
import type { NewDoubtDecisions } from './doubts.schemas.js';

/** What one officer says about doubted families; nobody comes in or goes out before another settles it. */
@Injectable()
export class DecideDoubts {
  constructor(private readonly commands: Commands) {}

  /**
   * Writes all of them or none; the first take the task. Throws DOUBT_UNKNOWN for one that is not open on this list, DOUBT_OWN_HOUSEHOLD for the officer's own family, and
   * REENTRY_MISSING for one that was taken out before and would be let in here.
   */
  async save(context: CommandContext, taskId: string, command: NewDoubtDecisions): Promise<z.infer<typeof PaperSaved>> {
    return this.commands.run(context, `doubts:${taskId}`, command, async (manager) => {
      const { actor, task } = await takeToWrite(manager, context, taskId, 'doubts.propose');
      const doubts = new DoubtRepository(manager);
      const rows: string[] = [];
      for (const { doubtId, ...proposal } of command.decisions) {
        const found = await doubts.find(task.subjectId, doubtId);
        if (found === undefined) throw new DomainError('DOUBT_UNKNOWN', 'no such open doubt of this list', { doubtId });
        if (!decisionsFor(found.kind).includes(proposal.decision)) {
          throw new DomainError('REENTRY_MISSING', 'comes back by a signed change alone', { doubtId });
        }
        rows.push(found.rowId);
        await doubts.propose(doubtId, actor.officerId, proposal);
      }
      const own = await new RosterRowRepository(manager).ownHousehold(actor.officerId, rows);
      if (own !== undefined)
        throw new DomainError('DOUBT_OWN_HOUSEHOLD', 'the officer’s own household', { rowId: own });
      const subject = { ...task, type: 'roster', id: task.subjectId } as const;
      const { hash: artefactHash } = await describeArtefact(manager, subject, 'doubts.propose');
      const changed = command.decisions.length;
      const act = { action: 'doubts.proposed', artefactHash, details: { changed } };
      return { changed, artefactHash, savedAt: await keepPaper(manager, context, task, act) };
    });
  }
}
