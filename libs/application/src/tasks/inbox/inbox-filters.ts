import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InboxFilterRepository, type InboxFilterRow } from '#persistence';
import type { CommandContext } from '../../shared/command-context.js';
import { Commands } from '../../shared/commands.js';
import type { SaveFilter } from './inbox-filters.schemas.js';

/** Filters of the inbox that an officer keeps, or shares with the office. */
@Injectable()
export class InboxFilterService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(officerId: string): Promise<InboxFilterRow[]> {
    return new InboxFilterRepository(this.database.manager).list(officerId);
  }

  /** One's own filter of the same name is replaced. Throws FILTERS_FULL. */
  async save(context: CommandContext, command: SaveFilter): Promise<InboxFilterRow> {
    return this.commands.run(context, 'inbox-filter', command, (manager) =>
      new InboxFilterRepository(manager).save(context.actor.officerId, command),
    );
  }

  /** Of one's own only; one that is gone stays gone. */
  async remove(context: CommandContext, filterId: string): Promise<void> {
    await this.commands.run(context, `inbox-filter:${filterId}`, {}, async (manager) => {
      await new InboxFilterRepository(manager).remove(context.actor.officerId, filterId);
      return {};
    });
  }
}
