import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { AuditPage, AuditQuery, AuditReader, PersonAuditQuery, type SignedIn } from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor } from '../shared/request-context.js';

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

  /** Who opened the records of whoever has a NIK, or looked for it; that it was asked is recorded. */
  @Post('persons')
  @HttpCode(200)
  @RequirePower('audit:read')
  @Answers(AuditPage)
  async persons(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: PersonAuditQuery }) query: PersonAuditQuery,
    @Req() request: AmanahRequest,
  ): Promise<AuditPage> {
    return this.audit.ofPerson(actor, query, request.id);
  }
}
