import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from '#domain';
import { ProgrammeClockRepository, RosterRowRepository, TaskLifeRepository, TaskRepository } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import { behalfOf, standingActor } from '../delegation/standing-actor.js';
import { TaskAuthority } from '../tasks/decision/task-authority.js';
import type { NewVerdicts, VerdictsSaved } from './rosters.schemas.js';

/** Verdicts on families, one kelurahan's task at a time. The first one takes the task. */
@Injectable()
export class RecordVerdicts {
  constructor(private readonly commands: Commands) {}

  /** Sets all of them or none. Rows outside the task's kelurahan are refused as FAMILY_UNKNOWN. */
  async save(context: CommandContext, taskId: string, command: NewVerdicts): Promise<z.infer<typeof VerdictsSaved>> {
    this.demandReasons(command);
    return this.commands.run(context, `verdicts:${taskId}`, command, async (manager) => {
      const tasks = new TaskRepository(manager);
      const actor = await standingActor(manager, context.actor);
      const task = await tasks.lock(taskId);
      if (task.kind !== 'verification.complete') throw new DomainError('TASK_UNKNOWN', 'not a verification task');
      const answer = await new TaskAuthority(manager).demand(actor, { type: 'prepare' }, task);
      await new TaskLifeRepository(manager).take(task, actor.officerId, behalfOf(answer));
      const rows = new RosterRowRepository(manager);
      const { officerId } = context.actor;
      await this.demandNotOwn(rows, officerId, command);
      const changed = await rows.setVerdicts(task.subjectId, task.territoryCode, officerId, command.verdicts);
      if (changed !== new Set(command.verdicts.map(({ rowId }) => rowId)).size) {
        throw new DomainError('FAMILY_UNKNOWN', 'a family is not on this kelurahan’s list');
      }
      const filledRowIds =
        command.fillRemaining === undefined
          ? []
          : await rows.fillVerdicts(task.subjectId, task.territoryCode, officerId, command.fillRemaining);
      const artefactHash = await rows.listHash(task.subjectId, task.territoryCode);
      await tasks.setArtefact(taskId, artefactHash);
      await noteBy(manager, context, {
        action: 'verdicts.saved',
        subjectType: 'task',
        subjectId: taskId,
        territoryCode: task.territoryCode,
        details: { changed, filled: filledRowIds.length, artefactHash },
      });
      const [counts] = await rows.verdictCounts(task.subjectId, task.territoryCode);
      return {
        changed: changed + filledRowIds.length,
        filledRowIds,
        families: counts?.families ?? 0,
        eligible: counts?.eligible ?? 0,
        ineligible: counts?.ineligible ?? 0,
        check: counts?.check ?? 0,
        artefactHash,
        savedAt: await new ProgrammeClockRepository(manager).now(),
      };
    });
  }

  /** Nobody judges their own household; a colleague of the office does. */
  private async demandNotOwn(rows: RosterRowRepository, officerId: string, command: NewVerdicts): Promise<void> {
    const rowId = await rows.ownHousehold(
      officerId,
      command.verdicts.map((verdict) => verdict.rowId),
    );
    if (rowId !== undefined) throw new DomainError('VERDICT_OWN_HOUSEHOLD', 'the officer’s own household', { rowId });
  }

  private demandReasons(command: NewVerdicts): void {
    const unreasoned = command.verdicts.find(({ verdict, reason }) => verdict === 'ineligible' && reason === undefined);
    if (unreasoned !== undefined) {
      throw new DomainError('VERDICT_REASON', 'an ineligible family needs a reason', { rowId: unreasoned.rowId });
    }
  }
}
