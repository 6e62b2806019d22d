import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Config } from '#config';
import {
  AssignmentChoiceQuery,
  AssignmentChoices,
  AssignmentLetterPage,
  AssignmentLetterQuery,
  AssignmentLetterReader,
  AssignmentLetterService,
  type CommandContext,
  CONFIG,
  IssueAssignment,
  type SignedIn,
  WithdrawAssignment,
} from '#application';
import { assignmentPdf } from '../documents/assignment-pdf.js';
import { publicUrlOf } from '../documents/public-url.js';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const Made = z.object({ id: z.uuid() }).meta({ id: 'MadeAssignment' });

/** Letters of assignment (surat tugas) for who visits families. */
@Controller('assignment-letters')
export class AssignmentLettersController {
  constructor(
    private readonly letters: AssignmentLetterService,
    private readonly reader: AssignmentLetterReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Those of the territory in which the reader issues them, and the reader's own. */
  @Get()
  @RequirePower('follow-up:read')
  @Answers(AssignmentLetterPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: AssignmentLetterQuery }) query: AssignmentLetterQuery,
  ): Promise<z.infer<typeof AssignmentLetterPage>> {
    return this.reader.page(actor, query);
  }

  /** Who may be sent where in a period, and how many cases wait there. */
  @Get('choices')
  @RequirePower('assignment:issue')
  @Answers(AssignmentChoices)
  async choices(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: AssignmentChoiceQuery }) { periodId }: AssignmentChoiceQuery,
  ): Promise<z.infer<typeof AssignmentChoices>> {
    return this.reader.choices(actor, periodId);
  }

  @Post()
  @RequirePower('assignment:issue')
  @IsCommand()
  @Answers(Made, 201)
  async issue(
    @Command() context: CommandContext,
    @Body({ schema: IssueAssignment }) command: IssueAssignment,
  ): Promise<z.infer<typeof Made>> {
    return this.letters.issue(context, command);
  }

  @Post(':letterId/withdraw')
  @HttpCode(204)
  @RequirePower('assignment:issue')
  @IsCommand()
  async withdraw(
    @Command() context: CommandContext,
    @Param('letterId', Id) letterId: string,
    @Body({ schema: WithdrawAssignment }) command: WithdrawAssignment,
  ): Promise<void> {
    await this.letters.withdraw(context, letterId, command);
  }

  /** The letter, for who is sent and who issued it. */
  @Get(':letterId/pdf')
  @RequirePower('follow-up:read')
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentActor() actor: SignedIn,
    @Param('letterId', Id) letterId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.reader.paper(actor, letterId);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'attachment; filename="surat-tugas.pdf"')
      .header('cache-control', 'no-store')
      .send(await assignmentPdf(paper, publicUrlOf(this.config)));
  }
}
