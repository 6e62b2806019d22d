import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  ActOnCaseMeasures,
  CaseMeasurePage,
  CaseMeasureQuery,
  CaseMeasureReader,
  CaseMeasureService,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

/** What cases do to their money before the last day of use: holds on a named ground, and early returns. */
@Controller('case-measures')
export class CaseMeasuresController {
  constructor(
    private readonly measures: CaseMeasureService,
    private readonly reader: CaseMeasureReader,
  ) {}

  @Get()
  @RequirePower('follow-up:read')
  @Answers(CaseMeasurePage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CaseMeasureQuery }) query: CaseMeasureQuery,
  ): Promise<z.infer<typeof CaseMeasurePage>> {
    return this.reader.page(actor, query);
  }

  /** Approve or refuse what was proposed, release what is held or have it returned: one or many, all of them or none. */
  @Post('act')
  @HttpCode(204)
  @RequirePower('case-measure:settle')
  @IsCommand()
  async act(
    @Command() context: CommandContext,
    @Body({ schema: ActOnCaseMeasures }) command: ActOnCaseMeasures,
  ): Promise<void> {
    await this.measures.act(context, command);
  }
}
