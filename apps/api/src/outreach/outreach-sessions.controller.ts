import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  AddFamily,
  type CommandContext,
  Invite,
  Invited,
  MarkAttendance,
  OutreachAttendance,
  OutreachFamilyPage,
  OutreachFamilyQuery,
  OutreachPapers,
  OutreachSessionReader,
  OutreachSessions,
  SessionCancel,
  SessionDetails,
  SessionHeld,
  SessionPage,
  SessionQuery,
  SessionReplan,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { invitationsPdf } from './invitations-pdf.js';
import { MASKED_SHEET, NAMED_SHEET, SESSION_SHEET } from './outreach-sheets.js';
import { sessionReportPdf } from './session-report-pdf.js';

const Id = { schema: z.uuid() };
const Sheet = { schema: z.coerce.number().int().min(1).max(10_000) };

/** Sessions of outreach: their plan, who is invited and came, and what came of them. */
@Controller('outreach/sessions')
export class OutreachSessionsController {
  constructor(
    private readonly sessions: OutreachSessions,
    private readonly attendance: OutreachAttendance,
    private readonly reader: OutreachSessionReader,
    private readonly papers: OutreachPapers,
  ) {}

  @Get()
  @RequirePower('outreach:read')
  @Answers(SessionPage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: SessionQuery }) query: SessionQuery,
  ): Promise<z.infer<typeof SessionPage>> {
    return this.reader.list(actor, query);
  }

  @Get('xlsx')
  @RequirePower('outreach:read')
  sheet(@CurrentActor() actor: SignedIn, @Query({ schema: SessionQuery }) query: SessionQuery): StreamableFile {
    return listXlsx('sesi-sosialisasi', SESSION_SHEET, (at) => this.reader.list(actor, { ...query, ...at }));
  }

  @Get(':sessionId')
  @RequirePower('outreach:read')
  @Answers(SessionDetails)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('sessionId', Id) sessionId: string,
  ): Promise<z.infer<typeof SessionDetails>> {
    return this.reader.find(actor, sessionId);
  }

  /** Another day, place, speaker or paper, as long as the session is planned. */
  @Put(':sessionId')
  @HttpCode(204)
  @RequirePower('outreach:plan')
  @IsCommand()
  async replan(
    @Command() context: CommandContext,
    @Param('sessionId', Id) sessionId: string,
    @Body({ schema: SessionReplan }) plan: SessionReplan,
  ): Promise<void> {
    await this.sessions.replan(context, sessionId, plan);
  }

  @Post(':sessionId/cancel')
  @HttpCode(204)
  @RequirePower('outreach:hold')
  @IsCommand()
  async cancel(
    @Command() context: CommandContext,
    @Param('sessionId', Id) sessionId: string,
    @Body({ schema: SessionCancel }) command: SessionCancel,
  ): Promise<void> {
    await this.sessions.cancel(context, sessionId, command);
  }

  /** What came of it; closes the attendance list. */
  @Post(':sessionId/hold')
  @HttpCode(204)
  @RequirePower('outreach:hold')
  @IsCommand()
  async hold(
    @Command() context: CommandContext,
    @Param('sessionId', Id) sessionId: string,
    @Body({ schema: SessionHeld }) report: SessionHeld,
  ): Promise<void> {
    await this.sessions.hold(context, sessionId, report);
  }

  @Get(':sessionId/report/pdf')
  @RequirePower('outreach:read')
  @ApiProduces('application/pdf')
  async report(
    @CurrentActor() actor: SignedIn,
    @Param('sessionId', Id) sessionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPdf(reply, 'laporan-sosialisasi', await sessionReportPdf(await this.papers.report(actor, sessionId)));
  }

  /** Puts families of the kelurahan on the list; who stands there stays. */
  @Post(':sessionId/invitations')
  @RequirePower('outreach:hold')
  @IsCommand()
  @Answers(Invited, 201)
  async invite(
    @Command() context: CommandContext,
    @Param('sessionId', Id) sessionId: string,
    @Body({ schema: Invite }) command: Invite,
  ): Promise<z.infer<typeof Invited>> {
    return this.attendance.invite(context, sessionId, command);
  }

  /** A sheet of invitations, one to a page, with names and addresses: recorded. */
  @Get(':sessionId/invitations/:sheet')
  @RequirePower('outreach:hold')
  @ApiProduces('application/pdf')
  async invitations(
    @CurrentActor() actor: SignedIn,
    @Param('sessionId', Id) sessionId: string,
    @Param('sheet', Sheet) sheet: number,
    @Req() request: AmanahRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.papers.invitations(actor, { id: sessionId, sheet, requestId: request.id });
    await sendPdf(reply, `undangan-${sheet}`, await invitationsPdf(paper));
  }

  /** The attendance list, masked. */
  @Get(':sessionId/families')
  @RequirePower('outreach:read')
  @Answers(OutreachFamilyPage)
  async families(
    @CurrentActor() actor: SignedIn,
    @Param('sessionId', Id) sessionId: string,
    @Query({ schema: OutreachFamilyQuery }) query: OutreachFamilyQuery,
  ): Promise<z.infer<typeof OutreachFamilyPage>> {
    return this.reader.families(actor, sessionId, query);
  }

  @Get(':sessionId/families/xlsx')
  @RequirePower('outreach:read')
  maskedSheet(
    @CurrentActor() actor: SignedIn,
    @Param('sessionId', Id) sessionId: string,
    @Query({ schema: OutreachFamilyQuery }) query: OutreachFamilyQuery,
  ): StreamableFile {
    return listXlsx('daftar-hadir', MASKED_SHEET, (at) => this.reader.families(actor, sessionId, { ...query, ...at }));
  }

  /** The whole attendance list with names and addresses: recorded. */
  @Get(':sessionId/attendance-list/xlsx')
  @RequirePower('outreach:hold')
  async namedSheet(
    @CurrentActor() actor: SignedIn,
    @Param('sessionId', Id) sessionId: string,
    @Req() request: AmanahRequest,
  ): Promise<StreamableFile> {
    const pageAt = await this.papers.attendanceList(actor, sessionId, request.id);
    return listXlsx('daftar-hadir-nama', NAMED_SHEET, async ({ cursor, limit }) => {
      const from = Number(cursor ?? 0);
      const rows = await pageAt(from, limit);
      return { rows, next: rows.length < limit ? null : String(from + limit) };
    });
  }

  /** A family that came without an invitation. */
  @Post(':sessionId/families')
  @HttpCode(204)
  @RequirePower('outreach:hold')
  @IsCommand()
  async add(
    @Command() context: CommandContext,
    @Param('sessionId', Id) sessionId: string,
    @Body({ schema: AddFamily }) command: AddFamily,
  ): Promise<void> {
    await this.attendance.add(context, sessionId, command);
  }

  @Post(':sessionId/attendance')
  @RequirePower('outreach:hold')
  @IsCommand()
  @Answers(Invited, 201)
  async mark(
    @Command() context: CommandContext,
    @Param('sessionId', Id) sessionId: string,
    @Body({ schema: MarkAttendance }) command: MarkAttendance,
  ): Promise<z.infer<typeof Invited>> {
    return this.attendance.mark(context, sessionId, command);
  }
}

async function sendPdf(reply: FastifyReply, name: string, body: Buffer): Promise<void> {
  await reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .header('cache-control', 'no-store')
    .send(body);
}
