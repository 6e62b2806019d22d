import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { InboxFilterRepository, type InboxFilterRow } from '#persistence';
import { Answers, IsCommand } from '../../shared/answers.js';
import { CommandsService } from '../../shared/commands.service.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command, type CommandContext, CurrentActor, type SignedIn } from '../../shared/request-context.js';
import { TaskQuery } from '../tasks.schemas.js';

const Filter = TaskQuery.pick({ view: true, kind: true, periodId: true, territoryCode: true }).partial();

const InboxFilter = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filter: Filter,
    isMine: z.boolean(),
    /** The author's office sees it too. */
    isShared: z.boolean(),
    author: z.string(),
  })
  .meta({ id: 'InboxFilter' });
const InboxFilters = z.array(InboxFilter).meta({ id: 'InboxFilters' });

const SaveFilter = z
  .strictObject({ name: z.string().trim().min(1).max(60), filter: z.strictObject(Filter.shape), isShared: z.boolean() })
  .meta({ id: 'SaveFilter' });
type SaveFilter = z.infer<typeof SaveFilter>;

/** Filters of the inbox that an officer keeps, or shares with the office. */
@Controller('inbox-filters')
export class InboxFiltersController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
  ) {}

  @Get()
  @RequirePower('task:read')
  @Answers(InboxFilters)
  async list(@CurrentActor() actor: SignedIn): Promise<InboxFilterRow[]> {
    return new InboxFilterRepository(this.database.manager).list(actor.officerId);
  }

  /** One's own filter of the same name is replaced. Throws FILTERS_FULL. */
  @Put()
  @RequirePower('task:read')
  @IsCommand()
  @Answers(InboxFilter)
  async save(
    @Command() context: CommandContext,
    @Body({ schema: SaveFilter }) command: SaveFilter,
  ): Promise<InboxFilterRow> {
    return this.commands.run(context, 'inbox-filter', command, (manager) =>
      new InboxFilterRepository(manager).save(context.actor.officerId, command),
    );
  }

  /** Of one's own only; one that is gone stays gone. */
  @Delete(':filterId')
  @HttpCode(204)
  @RequirePower('task:read')
  @IsCommand()
  async remove(
    @Command() context: CommandContext,
    @Param('filterId', { schema: z.uuid() }) filterId: string,
  ): Promise<void> {
    await this.commands.run(context, `inbox-filter:${filterId}`, {}, async (manager) => {
      await new InboxFilterRepository(manager).remove(context.actor.officerId, filterId);
      return {};
    });
  }
}
