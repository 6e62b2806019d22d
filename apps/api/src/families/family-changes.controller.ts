import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Config } from '#config';
import {
  type CommandContext,
  CONFIG,
  ConfirmFamilyChange,
  FamilyChangePage,
  FamilyChangeQuery,
  FamilyChangeReader,
  FamilyChanges,
  FamilyChangeService,
  NewFamilyChange,
  OpenedFamilyChange,
  OpenFamilyChange,
  RefuseFamilyChange,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { PAPER, withUpload } from '../shared/upload.js';

const Code = { schema: z.string().max(20) };
const Id = { schema: z.uuid() };
const Made = z.object({ id: z.uuid() }).meta({ id: 'MadeFamilyChange' });
const Laid = z.object({ paperId: z.uuid() }).meta({ id: 'FamilyPaper' });

/** Changes of families' records, by two people. */
@Controller()
export class FamilyChangesController {
  constructor(
    private readonly changes: FamilyChangeService,
    private readonly reader: FamilyChangeReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('families/:code/changes')
  @RequirePower('roster:read')
  @Answers(FamilyChanges)
  async ofFamily(
    @CurrentActor() actor: SignedIn,
    @Param('code', Code) code: string,
  ): Promise<z.infer<typeof FamilyChanges>> {
    return this.reader.ofFamily(actor, code);
  }

  /** The paper that speaks for a change. The content is its key: the same file again finds the first. */
  @Post('families/:code/papers')
  @HttpCode(200)
  @RequirePower('family:propose')
  @ApiConsumes('multipart/form-data')
  @Answers(Laid)
  async addPaper(
    @CurrentActor() actor: SignedIn,
    @Param('code', Code) code: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof Laid>> {
    return withUpload(request, this.config.exchangeDir, PAPER, async (file) => ({
      paperId: await this.reader.addPaper(actor, code, file),
    }));
  }

  @Post('families/:code/changes')
  @RequirePower('family:propose')
  @IsCommand()
  @Answers(Made, 201)
  async propose(
    @Command() context: CommandContext,
    @Param('code', Code) code: string,
    @Body({ schema: NewFamilyChange }) command: NewFamilyChange,
  ): Promise<z.infer<typeof Made>> {
    return this.changes.propose(context, code, command);
  }

  /** What waits in the reader's territory, the nearest day first. */
  @Get('family-changes')
  @RequirePower('family:search')
  @Answers(FamilyChangePage)
  async waiting(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: FamilyChangeQuery }) query: z.infer<typeof FamilyChangeQuery>,
  ): Promise<z.infer<typeof FamilyChangePage>> {
    return this.reader.waiting(actor, query);
  }

  /** What was said before and what is proposed; recorded. */
  @Post('family-changes/:changeId/open')
  @HttpCode(200)
  @RequirePower('person:reveal')
  @Answers(OpenedFamilyChange)
  async open(
    @CurrentActor() actor: SignedIn,
    @Param('changeId', Id) changeId: string,
    @Body({ schema: OpenFamilyChange }) { purpose }: z.infer<typeof OpenFamilyChange>,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof OpenedFamilyChange>> {
    return this.reader.open(actor, changeId, purpose, request.id);
  }

  @Get('family-changes/:changeId/paper')
  @RequirePower('person:reveal')
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  async paper(
    @CurrentActor() actor: SignedIn,
    @Param('changeId', Id) changeId: string,
    @Req() request: AmanahRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, content } = await this.reader.paper(actor, changeId, request.id);
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'no-store')
      .send(content);
  }

  @Post('family-changes/:changeId/confirm')
  @HttpCode(204)
  @RequirePower('family:confirm')
  @IsCommand()
  async confirm(
    @Command() context: CommandContext,
    @Param('changeId', Id) changeId: string,
    @Body({ schema: ConfirmFamilyChange }) command: ConfirmFamilyChange,
  ): Promise<void> {
    await this.changes.confirm(context, changeId, command);
  }

  @Post('family-changes/:changeId/refuse')
  @HttpCode(204)
  @RequirePower('family:confirm')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('changeId', Id) changeId: string,
    @Body({ schema: RefuseFamilyChange }) command: RefuseFamilyChange,
  ): Promise<void> {
    await this.changes.refuse(context, changeId, command);
  }

  @Post('family-changes/:changeId/withdraw')
  @HttpCode(204)
  @RequirePower('family:propose')
  @IsCommand()
  async withdraw(@Command() context: CommandContext, @Param('changeId', Id) changeId: string): Promise<void> {
    await this.changes.withdraw(context, changeId);
  }
}
