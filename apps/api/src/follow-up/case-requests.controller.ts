import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  CaseRequestPage,
  CaseRequestQuery,
  CaseRequestReader,
  CaseRequestService,
  type CommandContext,
  EndCaseRequest,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };

/** What outcomes of cases set going at the bank, in the family's record or for the next list. */
@Controller('case-requests')
export class CaseRequestsController {
  constructor(
    private readonly requests: CaseRequestService,
    private readonly reader: CaseRequestReader,
  ) {}

  /** Those of the reader's territory, the nearest day first. */
  @Get()
  @RequirePower('follow-up:read')
  @Answers(CaseRequestPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CaseRequestQuery }) query: CaseRequestQuery,
  ): Promise<z.infer<typeof CaseRequestPage>> {
    return this.reader.page(actor, query);
  }

  /** With what was answered, by whoever follows it. */
  @Post(':requestId/end')
  @HttpCode(204)
  @RequirePower('case-request:act')
  @IsCommand()
  async end(
    @Command() context: CommandContext,
    @Param('requestId', Id) requestId: string,
    @Body({ schema: EndCaseRequest }) command: EndCaseRequest,
  ): Promise<void> {
    await this.requests.end(context, requestId, command);
  }

  /** The officer follows it from now on, in a colleague's place. */
  @Post(':requestId/take')
  @HttpCode(204)
  @RequirePower('case-request:act')
  @IsCommand()
  async take(@Command() context: CommandContext, @Param('requestId', Id) requestId: string): Promise<void> {
    await this.requests.take(context, requestId);
  }
}
