import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, covers, DomainError, territoriesWith } from '#domain';
import { ReportRepository, type ReportRow } from '#persistence';

/** Reports of the reader's territory. */
@Injectable()
export class ReportReader {
  constructor(private readonly database: DataSource) {}

  async ofPeriod(actor: Actor, periodId: string): Promise<Omit<ReportRow, 'content'>[]> {
    const scopes = territoriesWith(actor, 'report:read');
    const reports = await new ReportRepository(this.database.manager).ofPeriod(periodId);
    return reports
      .filter(({ territoryCode }) => scopes.some((scope) => covers(scope, territoryCode)))
      .map(({ content: _content, ...report }) => report);
  }

  /** Throws REPORT_UNKNOWN outside the reader's territory, as if it were not there. */
  async find(actor: Actor, reportId: string): Promise<ReportRow> {
    const report = await new ReportRepository(this.database.manager).find(reportId);
    if (!territoriesWith(actor, 'report:read').some((scope) => covers(scope, report.territoryCode))) {
      throw new DomainError('REPORT_UNKNOWN', 'the report lies outside the reader’s territory');
    }
    return report;
  }
}
