import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, levelOf } from '#domain';
import { FreezeRepository, type FreezeRow } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { ACTION_OF_END, type Ending } from '../shared/ending.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { NewFreeze } from './freezes.schemas.js';

/** Days on which named actions stand still: elections, audits. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(): Promise<FreezeRow[]> {
    return new FreezeRepository(this.database.manager).list();
  }

  /** The next decision feels it. Throws TERRITORY_CODE, FREEZE_DATES. */
  async add(context: CommandContext, command: NewFreeze): Promise<FreezeRow> {
    return this.commands.run(context, 'freeze', command, async (manager) => {
      levelOf(command.territoryCode);
      if (command.validTo < command.validFrom) {
        const refusals = [{ code: 'FREEZE_DATES', field: 'validTo', details: {} }];
        throw new DomainError('FREEZE_DATES', 'the last day is before the first', { refusals });
      }
      const added = await new FreezeRepository(manager).add(command, context.actor.officerId);
      const { id, territoryCode } = added;
      await noteBy(manager, context, { action: 'freeze.added', subjectType: 'freeze', subjectId: id, territoryCode });
      return added;
    });
  }

  /** The first officer proposes the end, another ends it; ending it again changes nothing. Throws END_SECOND_OFFICER. */
  async end(context: CommandContext, freezeId: string): Promise<Ending> {
    return this.commands.run(context, `freeze:${freezeId}`, {}, async (manager) => {
      const { state, territoryCode } = await new FreezeRepository(manager).end(freezeId, context.actor.officerId);
      const about = { subjectType: 'freeze', subjectId: freezeId, territoryCode };
      if (state !== 'over') await noteBy(manager, context, { action: ACTION_OF_END.freeze[state], ...about });
      return { state };
    });
  }
}
