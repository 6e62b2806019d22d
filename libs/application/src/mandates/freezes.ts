import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, levelOf } from '#domain';
import { AuditRepository, FreezeRepository, type FreezeRow } from '#persistence';
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
      const about = noteOf(context, added.id, added.territoryCode);
      await new AuditRepository(manager).note({ ...about, action: 'freeze.added' });
      return added;
    });
  }

  /** Ends it now; ending it again changes nothing. */
  async end(context: CommandContext, freezeId: string): Promise<void> {
    await this.commands.run(context, `freeze:${freezeId}`, {}, async (manager) => {
      const territoryCode = await new FreezeRepository(manager).end(freezeId, context.actor.officerId);
      await new AuditRepository(manager).note({ ...noteOf(context, freezeId, territoryCode), action: 'freeze.ended' });
      return {};
    });
  }
}

const noteOf = ({ actor, requestId }: CommandContext, subjectId: string, territoryCode: string) => ({
  officerId: actor.officerId,
  subjectType: 'freeze',
  subjectId,
  territoryCode,
  requestId,
});
