import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  InboxFilter,
  InboxFilters,
  InboxFilterService,
  SaveFilter,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command, CurrentActor } from '../../shared/request-context.js';

/** Filters of the inbox that an officer keeps, or shares with the office. */
@Controller('inbox-filters')
export class InboxFiltersController {
  constructor(private readonly filters: InboxFilterService) {}

  @Get()
  @RequirePower('task:read')
  @Answers(InboxFilters)
  async list(@CurrentActor() { officerId }: SignedIn): Promise<z.infer<typeof InboxFilters>> {
    return this.filters.list(officerId);
  }

  /** One's own filter of the same name is replaced. Throws FILTERS_FULL. */
  @Put()
  @RequirePower('task:read')
  @IsCommand()
  @Answers(InboxFilter)
  async save(
    @Command() context: CommandContext,
    @Body({ schema: SaveFilter }) command: SaveFilter,
  ): Promise<z.infer<typeof InboxFilter>> {
    return this.filters.save(context, command);
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
    await this.filters.remove(context, filterId);
  }
}
