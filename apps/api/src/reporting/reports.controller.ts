import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { covers, DomainError, type ReportContent, territoriesWith } from '#domain';
import { ReportRepository, type ReportRow } from '#persistence';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor, type SignedIn } from '../shared/request-context.js';
import { reportPdf } from './report-pdf.js';
import { reportXlsx } from './report-xlsx.js';
import { Report, Reports } from './reports.schemas.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class ReportsController {
  constructor(private readonly database: DataSource) {}

  @Get('periods/:periodId/reports')
  @RequirePower('report:read')
  @Answers(Reports)
  async list(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof Reports>> {
    const scopes = territoriesWith(actor, 'report:read');
    const reports = await new ReportRepository(this.database.manager).ofPeriod(periodId);
    return reports
      .filter(({ territoryCode }) => scopes.some((scope) => covers(scope, territoryCode)))
      .map(({ content: _content, ...report }) => report);
  }

  @Get('reports/:reportId')
  @RequirePower('report:read')
  @Answers(Report)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('reportId', { schema: z.uuid() }) reportId: string,
  ): Promise<z.infer<typeof Report>> {
    const report = await this.visible(actor, reportId);
    return { ...report, content: report.content as z.infer<typeof Report>['content'] };
  }

  @Get('reports/:reportId/xlsx')
  @RequirePower('report:read')
  async xlsx(
    @CurrentActor() actor: SignedIn,
    @Param('reportId', { schema: z.uuid() }) reportId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.visible(actor, reportId);
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
    const report = await this.visible(actor, reportId);
    const body = await reportPdf(report.content as ReportContent, report.contentHash, report.builtAt);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', attachment(report, 'pdf'))
      .send(body);
  }

  private async visible(actor: SignedIn, reportId: string): Promise<ReportRow> {
    const report = await new ReportRepository(this.database.manager).find(reportId);
    if (!territoriesWith(actor, 'report:read').some((scope) => covers(scope, report.territoryCode))) {
      throw new DomainError('REPORT_UNKNOWN', 'the report lies outside the reader’s territory');
    }
    return report;
  }
}

const attachment = (report: ReportRow, extension: string): string =>
  `attachment; filename="laporan-${report.territoryCode}.${extension}"`;
