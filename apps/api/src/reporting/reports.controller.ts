import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { ReportContent } from '#domain';
import type { ReportRow } from '#persistence';
import { CONFIG, ReportReader, Report, Reports, type SignedIn } from '#application';
import type { Config } from '#config';
import { publicUrlOf } from '../documents/public-url.js';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';
import { reportPdf } from './report-pdf.js';
import { XLSX } from '../shared/http/list-xlsx.js';
import { reportXlsx } from './report-xlsx.js';

@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('periods/:periodId/reports')
  @RequirePower('report:read')
  @Answers(Reports)
  async list(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof Reports>> {
    return this.reports.ofPeriod(actor, periodId);
  }

  @Get('reports/:reportId')
  @RequirePower('report:read')
  @Answers(Report)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('reportId', { schema: z.uuid() }) reportId: string,
  ): Promise<z.infer<typeof Report>> {
    const report = await this.reports.find(actor, reportId);
    return { ...report, content: report.content as z.infer<typeof Report>['content'] };
  }

  @Get('reports/:reportId/xlsx')
  @RequirePower('report:read')
  async xlsx(
    @CurrentActor() actor: SignedIn,
    @Param('reportId', { schema: z.uuid() }) reportId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.reports.find(actor, reportId);
    const body = await reportXlsx(report.content as ReportContent, report.contentHash);
    await reply.header('content-type', XLSX).header('content-disposition', attachment(report, 'xlsx')).send(body);
  }

  @Get('reports/:reportId/pdf')
  @RequirePower('report:read')
  async pdf(
    @CurrentActor() actor: SignedIn,
    @Param('reportId', { schema: z.uuid() }) reportId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.reports.find(actor, reportId);
    const body = await reportPdf(report.content as ReportContent, { ...report, publicUrl: publicUrlOf(this.config) });
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', attachment(report, 'pdf'))
      .send(body);
  }
}

const attachment = (report: ReportRow, extension: string): string =>
  `attachment; filename="laporan-${report.territoryCode}.${extension}"`;
