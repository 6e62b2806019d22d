import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { FieldConflictRepository, type FieldConflictRow, inTransaction, NotificationRepository } from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import type { CommandContext } from '../../shared/command-context.js';
import { DecideTask } from '../../tasks/decision/decide-task.js';
import type { FieldConflict, SettleConflict } from './field.schemas.js';
import { demandPhotos } from './field-sync.js';
import { shownConflict } from './shown-conflict.js';

/** Two versions of one visit: who wrote the second gives it up, or keeps it. */
@Injectable()
export class FieldConflictService {
  constructor(
    private readonly database: DataSource,
    private readonly decisions: DecideTask,
  ) {}

  /**
   * `theirs` gives the second version up; it stays readable. `mine` records it where a visit of the case is open again; else it is kept
   * beside the first, and the office that decides is told: it may return the case, and then keeping it again records it. The same
   * choice again changes nothing. Throws FIELD_CONFLICT_UNKNOWN, FIELD_CONFLICT_SETTLED, FIELD_PHOTO_MISSING, or why the visit may
   * not be recorded.
   */
  async settle(context: CommandContext, id: string, { choice }: SettleConflict): Promise<FieldConflict> {
    const found = await this.own(context, id);
    if (choice === 'mine' && found.visit !== null && isUnsettled(found)) await this.record(context, found, found.visit);
    return inTransaction(this.database, async (manager) => {
      const conflicts = new FieldConflictRepository(manager);
      const row = await conflicts.lock(id);
      if (row === undefined) throw unknown();
      const isRecorded = choice === 'mine' && found.visit !== null;
      const to = choice === 'theirs' ? 'theirs' : isRecorded ? 'recorded' : 'kept';
      if (row.state !== to) {
        const isDone = choice === 'mine' && row.state === 'recorded';
        if (!isDone && !isUnsettled(row)) {
          throw new DomainError('FIELD_CONFLICT_SETTLED', 'settled otherwise', { versionState: row.state });
        }
        if (!isDone) {
          await conflicts.settle(id, to);
          await noteBy(manager, context, {
            ...{ action: `field.version-${to}`, subjectType: 'case', subjectId: row.caseId },
            ...{ territoryCode: row.kelurahanCode, details: { operationId: id } },
          });
        }
        if (to === 'kept') {
          await new NotificationRepository(manager).tellOffice(row.decides, row.kelurahanCode, {
            ...{ kind: 'field.version-kept', key: `field-version:${id}`, details: { kpmCode: row.kpmCode } },
          });
        }
      }
      return shownConflict(context.actor, (await conflicts.find(id)) ?? row);
    });
  }

  /** Throws FIELD_CONFLICT_UNKNOWN for anybody else's. */
  private async own({ actor }: CommandContext, id: string): Promise<FieldConflictRow> {
    const row = await new FieldConflictRepository(this.database.manager).find(id);
    if (row?.officerId !== actor.officerId) throw unknown();
    return row;
  }

  private async record(
    context: CommandContext,
    { id, mine }: FieldConflictRow,
    { taskId, artefactHash }: { taskId: string; artefactHash: string },
  ): Promise<void> {
    const { finding, note, visitedOn } = mine;
    await demandPhotos(new FieldConflictRepository(this.database.manager), taskId, mine.photos);
    const details = { finding, visitedOn: [...visitedOn], ...(note === undefined ? {} : { note }) };
    const command = { outcome: 'submitted', artefactHash, details } as const;
    await this.decisions.decide({ ...context, key: `field-version:${id}` }, taskId, command);
  }
}

const isUnsettled = ({ state }: FieldConflictRow): boolean => state === 'open' || state === 'kept';

const unknown = (): DomainError => new DomainError('FIELD_CONFLICT_UNKNOWN', 'no such second version of this officer');
