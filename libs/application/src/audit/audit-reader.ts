import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository } from '#persistence';
import { ByNumber, decodeCursor, toPage } from '../shared/page.js';
import type { AuditPage, AuditQuery } from './audit.schemas.js';

/** The audit trail, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: DataSource) {}

  async page(query: AuditQuery): Promise<AuditPage> {
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
