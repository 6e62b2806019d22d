import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type CommandContext, Ending, Freeze, Freezes, FreezeService, NewFreeze } from '#application';
import type { FreezeRow } from '#persistence';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command } from '../shared/request-context.js';

/** Days on which named actions stand still: elections, audits. */
@Controller('freezes')
export class FreezesController {
  constructor(private readonly freezes: FreezeService) {}

  @Get()
  @RequirePower('mandate:read')
  @Answers(Freezes)
  async list(): Promise<FreezeRow[]> {
    return this.freezes.list();
  }

  /** The next decision feels it. Throws TERRITORY_CODE, FREEZE_DATES. */
  @Post()
  @RequirePower('freeze:write')
  @IsCommand()
  @Answers(Freeze, 201)
  async add(@Command() context: CommandContext, @Body({ schema: NewFreeze }) command: NewFreeze): Promise<FreezeRow> {
    return this.freezes.add(context, command);
  }

  /** The first officer proposes the end, another ends it; ending it again changes nothing. Throws END_SECOND_OFFICER. */
  @Post(':freezeId/end')
  @HttpCode(200)
  @RequirePower('freeze:end')
  @IsCommand()
  @Answers(Ending)
  async end(
    @Command() context: CommandContext,
    @Param('freezeId', { schema: z.uuid() }) freezeId: string,
  ): Promise<Ending> {
    return this.freezes.end(context, freezeId);
  }
}
