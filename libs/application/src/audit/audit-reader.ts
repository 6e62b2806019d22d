import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addCalendarDays, startOfJakartaDay } from '#domain';
import { type AuditFilter, AuditRepository, PersonVault } from '#persistence';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import { ByNumber, decodeCursor, toPage } from '../shared/page.js';
import type { AuditPage, AuditQuery, PersonAuditQuery } from './audit.schemas.js';

/** The audit trail, newest first. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  async page({ subjectId, ...query }: AuditQuery): Promise<AuditPage> {
    return this.found(query, {
      subjectType: query.subjectType,
      ...(subjectId === undefined ? {} : { subjectIds: [subjectId] }),
    });
  }

  /**
   * Who opened the records of whoever has this NIK, on all lists and in all periods, or looked for it. That it was asked
   * is recorded, once for all pages; throws REVEAL_QUOTA as any search by NIK does.
   */
  async ofPerson(actor: SignedIn, query: PersonAuditQuery, requestId: string): Promise<AuditPage> {
    const audit = new AuditRepository(this.database.manager);
    const isFirstPage = query.cursor === undefined;
    if (isFirstPage) await demandRevealQuota(this.database, actor, requestId);
    const families = await audit.familiesOf(this.vault.indexOf(query.nik));
    const page = await this.found(query, { subjectType: 'family', subjectIds: families });
    if (isFirstPage) {
      await audit.note({
        ...{
          officerId: actor.officerId,
          action: 'person.traced',
          subjectType: 'family',
          subjectId: families[0] ?? 'none',
        },
        ...{ requestId, details: { purpose: query.purpose, families: families.length } },
      });
    }
    return page;
  }

  private async found(
    query: Omit<AuditQuery, 'subjectType' | 'subjectId'>,
    about: Partial<AuditFilter>,
  ): Promise<AuditPage> {
    const { officer, action, from, to, limit } = query;
    const rows = await new AuditRepository(this.database.manager).page({
      ...about,
      ...{ officer, action, beforeId: decodeCursor(query.cursor, ByNumber)?.id, limit: limit + 1 },
      from: from === undefined ? undefined : startOfJakartaDay(from),
      until: to === undefined ? undefined : startOfJakartaDay(addCalendarDays(to, 1)),
    });
    return toPage(rows, limit, ({ id }) => ({ id }));
  }
}
