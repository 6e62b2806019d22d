import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Config } from '#config';
import {
  ActOnCaseSanction,
  CaseSanctionPage,
  CaseSanctionQuery,
  CaseSanctionReader,
  CaseSanctionService,
  type CommandContext,
  CONFIG,
  type SignedIn,
} from '#application';
import { publicUrlOf } from '../documents/public-url.js';
import { sanctionPdf } from '../documents/sanction-pdf.js';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };

/** Suspensions and exclusions that cases have decided. */
@Controller('case-sanctions')
export class CaseSanctionsController {
  constructor(
    private readonly sanctions: CaseSanctionService,
    private readonly reader: CaseSanctionReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @RequirePower('follow-up:read')
  @Answers(CaseSanctionPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CaseSanctionQuery }) query: CaseSanctionQuery,
  ): Promise<z.infer<typeof CaseSanctionPage>> {
    return this.reader.page(actor, query);
  }

  /** Verify, refuse, object, uphold or reject the objection, lift; each needs its own power, which the act demands. */
  @Post(':sanctionId/act')
  @HttpCode(204)
  @RequirePower('sanction:object')
  @IsCommand()
  async act(
    @Command() context: CommandContext,
    @Param('sanctionId', Id) sanctionId: string,
    @Body({ schema: ActOnCaseSanction }) command: ActOnCaseSanction,
  ): Promise<void> {
    await this.sanctions.act(context, sanctionId, command);
  }

  /** The letter to the family, with name and address; recorded. */
  @Get(':sanctionId/letter')
  @RequirePower('person:reveal')
  @ApiProduces('application/pdf')
  async letter(
    @CurrentActor() actor: SignedIn,
    @Param('sanctionId', Id) sanctionId: string,
    @Req() request: AmanahRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.reader.letter(actor, sanctionId, request.id);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'attachment; filename="surat-pemberitahuan.pdf"')
      .header('cache-control', 'no-store')
      .send(await sanctionPdf(paper, publicUrlOf(this.config)));
  }
}
