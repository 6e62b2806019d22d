import { Controller, Get, Query } from '@nestjs/common';
import { AuditPage, AuditQuery, AuditReader } from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';

/** The audit trail, newest first; for auditors. */
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditReader) {}

  @Get('entries')
  @RequirePower('audit:read')
  @Answers(AuditPage)
  async entries(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.audit.page(query);
  }
}
