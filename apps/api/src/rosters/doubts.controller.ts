import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  DecideDoubts,
  DoubtPage,
  DoubtQuery,
  DoubtReader,
  DoubtRecords,
  NewDoubtDecisions,
  PaperSaved,
  Reveal,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';

const DoubtId = z.string().regex(/^\d{1,18}$/);

/** Families of a list of whom it is asked whether they are who the list says. */
@Controller()
export class DoubtsController {
  constructor(
    private readonly doubts: DoubtReader,
    private readonly decisions: DecideDoubts,
  ) {}

  /** Masked, with how alike the two records are. */
  @Get('rosters/:rosterId/doubts')
  @RequirePower('roster:read')
  @Answers(DoubtPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Param('rosterId', { schema: z.uuid() }) rosterId: string,
    @Query({ schema: DoubtQuery }) query: DoubtQuery,
  ): Promise<z.infer<typeof DoubtPage>> {
    return this.doubts.page(actor, rosterId, query);
  }

  /** Opens both records side by side for a minute; who did so and why is recorded. */
  @Post('doubts/:doubtId/reveal')
  @HttpCode(200)
  @RequirePower('person:reveal')
  @Answers(DoubtRecords)
  async reveal(
    @CurrentActor() actor: SignedIn,
    @Param('doubtId', { schema: DoubtId }) doubtId: string,
    @Body({ schema: Reveal }) command: Reveal,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof DoubtRecords>> {
    return this.doubts.reveal(actor, doubtId, command.purpose, request.id);
  }

  /** Proposes what becomes of doubted families of the task's list; another officer settles it. */
  @Post('tasks/:taskId/doubts')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(PaperSaved)
  async decide(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: NewDoubtDecisions }) command: NewDoubtDecisions,
  ): Promise<z.infer<typeof PaperSaved>> {
    return this.decisions.save(context, taskId, command);
  }
}
