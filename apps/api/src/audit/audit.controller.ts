import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AuditRepository } from '#persistence';
import { Answers, instant, pageOf } from '../shared/answers.js';
import { ByNumber, decodeCursor, PageQuery, toPage } from '../shared/cursor.js';
import { RequirePower } from '../shared/power.decorator.js';

const AuditPage = pageOf(
  z.object({
    id: z.string(),
    officer: z.string().nullable(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    territoryCode: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    occurredAt: instant(),
  }),
).meta({ id: 'AuditPage' });

const AuditQuery = PageQuery.extend({
  subjectType: z.string().max(50).optional(),
  subjectId: z.string().max(100).optional(),
});
type AuditQuery = z.infer<typeof AuditQuery>;

/** The audit trail, newest first; for auditors. */
@Controller('audit')
export class AuditController {
  constructor(private readonly database: DataSource) {}

  @Get('entries')
  @RequirePower('audit:read')
  @Answers(AuditPage)
  async entries(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<z.infer<typeof AuditPage>> {
    const after = decodeCursor(query.cursor, ByNumber);
    const rows = await new AuditRepository(this.database.manager).page({
      ...(query.subjectType === undefined ? {} : { subjectType: query.subjectType }),
      ...(query.subjectId === undefined ? {} : { subjectId: query.subjectId }),
      ...(after === undefined ? {} : { beforeId: after.id }),
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, ({ id }) => ({ id }));
  }
}
