import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, isReasonFor, reasonNeeded } from '#domain';
import { RosterRowRepository } from '#persistence';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import { keepPaper, takeToWrite } from '../tasks/artefact/paper-in-task.js';
import type { NewVerdicts, VerdictsSaved } from './rosters.schemas.js';

/** Verdicts on families, one kelurahan's task at a time. The first one takes the task. */
@Injectable()
export class RecordVerdicts {
  constructor(private readonly commands: Commands) {}

  /** Sets all of them or none. Rows outside the task's kelurahan are refused as FAMILY_UNKNOWN. */
  async save(context: CommandContext, taskId: string, command: NewVerdicts): Promise<z.infer<typeof VerdictsSaved>> {
    return this.commands.run(context, `verdicts:${taskId}`, command, async (manager) => {
      const { task } = await takeToWrite(manager, context, taskId, 'verification.complete');
      const rows = new RosterRowRepository(manager);
      const { officerId } = context.actor;
      await this.demandReasons(rows, command);
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
      const details = { changed, filled: filledRowIds.length };
      const savedAt = await keepPaper(manager, context, task, { action: 'verdicts.saved', artefactHash, details });
      const [counts] = await rows.verdictCounts(task.subjectId, task.territoryCode);
      return {
        changed: changed + filledRowIds.length,
        filledRowIds,
        families: counts?.families ?? 0,
        eligible: counts?.eligible ?? 0,
        ineligible: counts?.ineligible ?? 0,
        check: counts?.check ?? 0,
        artefactHash,
        savedAt,
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

  /** Throws VERDICT_REASON where it says not why, VERDICT_FIELD_CHECK where a list names the family and nothing says what was found at its home. */
  private async demandReasons(rows: RosterRowRepository, { verdicts }: NewVerdicts): Promise<void> {
    const listed = await rows.listed(verdicts.map(({ rowId }) => rowId));
    for (const { rowId, verdict, reason } of verdicts) {
      const needed = reasonNeeded(verdict, listed.has(rowId));
      if (isReasonFor(needed, reason)) continue;
      if (needed === 'field-check') throw new DomainError('VERDICT_FIELD_CHECK', 'a listed family', { rowId });
      throw new DomainError('VERDICT_REASON', 'a reason that does not fit the verdict', { rowId });
    }
  }
}
