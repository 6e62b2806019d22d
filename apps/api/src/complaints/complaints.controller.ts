import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  AppealDecision,
  type CommandContext,
  Complainant,
  ComplaintAnswer,
  ComplaintDesk,
  ComplaintDetails,
  ComplaintMerge,
  ComplaintPage,
  ComplaintQuery,
  ComplaintReader,
  ComplaintReturn,
  ComplaintWait,
  NewComplaintForm,
  OpenComplainant,
  type SignedIn,
  TakenComplaint,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { jakartaDate } from '#domain';
import { translate } from '#messages';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };

const SHEET: readonly SheetColumn<z.infer<typeof ComplaintPage>['rows'][number]>[] = [
  { heading: 'NOMOR', width: 20, cell: ({ number }) => number },
  { heading: 'TENTANG', width: 34, cell: ({ kind }) => translate('id', `complaints:kindIs.${kind}`) },
  { heading: 'KODE WILAYAH', cell: ({ territoryCode }) => territoryCode },
  { heading: 'WILAYAH', width: 26, cell: ({ territoryName }) => territoryName },
  { heading: 'LEWAT', cell: ({ channel }) => translate('id', `complaints:channelIs.${channel}`) },
  { heading: 'STATUS', width: 30, cell: ({ state }) => translate('id', `complaints:stateIs.${state}`) },
  { heading: 'DIJAWAB OLEH', width: 26, cell: ({ office }) => translate('id', `complaints:officeIs.${office}`) },
  { heading: 'DITERIMA', cell: ({ receivedAt }) => jakartaDate(receivedAt) },
  { heading: 'BATAS JAWABAN', cell: ({ dueOn }) => dueOn },
  { heading: 'JAM BERHENTI SAMPAI', cell: ({ waitingUntil }) => waitingUntil },
];

/** Complaints at the desks that take them in, answer them, and decide on appeals. */
@Controller('complaints')
export class ComplaintsController {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly reader: ComplaintReader,
  ) {}

  @Get()
  @RequirePower('complaint:list')
  @Answers(ComplaintPage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ComplaintQuery }) query: ComplaintQuery,
  ): Promise<z.infer<typeof ComplaintPage>> {
    return this.reader.list(actor, query);
  }

  /** The whole list as a file, without what was said. */
  @Get('xlsx')
  @RequirePower('complaint:list')
  sheet(@CurrentActor() actor: SignedIn, @Query({ schema: ComplaintQuery }) query: ComplaintQuery): StreamableFile {
    return listXlsx('pengaduan', SHEET, (at) => this.reader.list(actor, { ...query, ...at }));
  }

  @Post()
  @RequirePower('complaint:intake')
  @IsCommand()
  @Answers(TakenComplaint, 201)
  async takeIn(
    @Command() context: CommandContext,
    @Body({ schema: NewComplaintForm }) form: NewComplaintForm,
  ): Promise<z.infer<typeof TakenComplaint>> {
    return this.desk.takeIn(context, form);
  }

  /** The reading is recorded. */
  @Get(':complaintId')
  @RequirePower('complaint:list')
  @Answers(ComplaintDetails)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('complaintId', Id) complaintId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof ComplaintDetails>> {
    return this.reader.find(actor, complaintId, request.id);
  }

  /** Who complained, for a minute; recorded with its purpose. */
  @Post(':complaintId/open')
  @HttpCode(200)
  @RequirePower('complaint:list')
  @Answers(Complainant)
  async open(
    @CurrentActor() actor: SignedIn,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: OpenComplainant }) { purpose }: z.infer<typeof OpenComplainant>,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof Complainant>> {
    return this.reader.open(actor, complaintId, purpose, request.id);
  }

  @Get(':complaintId/papers/:paperId')
  @RequirePower('complaint:list')
  @ApiProduces('image/png', 'image/jpeg')
  async paper(
    @CurrentActor() actor: SignedIn,
    @Param('complaintId', Id) complaintId: string,
    @Param('paperId', Id) paperId: string,
    @Req() request: AmanahRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mediaType, content } = await this.reader.paper(actor, complaintId, paperId, request.id);
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', 'attachment')
      .header('cache-control', 'no-store')
      .send(content);
  }

  @Post(':complaintId/take')
  @HttpCode(204)
  @RequirePower('complaint:handle')
  @IsCommand()
  async take(@Command() context: CommandContext, @Param('complaintId', Id) complaintId: string): Promise<void> {
    await this.desk.take(context, complaintId);
  }

  @Post(':complaintId/wait')
  @HttpCode(204)
  @RequirePower('complaint:handle')
  @IsCommand()
  async wait(
    @Command() context: CommandContext,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: ComplaintWait }) command: ComplaintWait,
  ): Promise<void> {
    await this.desk.wait(context, complaintId, command);
  }

  @Post(':complaintId/resume')
  @HttpCode(204)
  @RequirePower('complaint:handle')
  @IsCommand()
  async resume(@Command() context: CommandContext, @Param('complaintId', Id) complaintId: string): Promise<void> {
    await this.desk.resume(context, complaintId);
  }

  @Post(':complaintId/answer')
  @HttpCode(204)
  @RequirePower('complaint:handle')
  @IsCommand()
  async answer(
    @Command() context: CommandContext,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: ComplaintAnswer }) command: ComplaintAnswer,
  ): Promise<void> {
    await this.desk.answer(context, complaintId, command);
  }

  @Post(':complaintId/approve')
  @HttpCode(204)
  @RequirePower('complaint:decide')
  @IsCommand()
  async approve(@Command() context: CommandContext, @Param('complaintId', Id) complaintId: string): Promise<void> {
    await this.desk.approve(context, complaintId);
  }

  @Post(':complaintId/return')
  @HttpCode(204)
  @RequirePower('complaint:decide')
  @IsCommand()
  async giveBack(
    @Command() context: CommandContext,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: ComplaintReturn }) command: ComplaintReturn,
  ): Promise<void> {
    await this.desk.giveBack(context, complaintId, command);
  }

  @Post(':complaintId/merge')
  @HttpCode(204)
  @RequirePower('complaint:handle')
  @IsCommand()
  async merge(
    @Command() context: CommandContext,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: ComplaintMerge }) command: ComplaintMerge,
  ): Promise<void> {
    await this.desk.merge(context, complaintId, command);
  }

  @Post(':complaintId/decide')
  @HttpCode(204)
  @RequirePower('complaint:decide')
  @IsCommand()
  async decide(
    @Command() context: CommandContext,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: AppealDecision }) command: AppealDecision,
  ): Promise<void> {
    await this.desk.decide(context, complaintId, command);
  }
}
