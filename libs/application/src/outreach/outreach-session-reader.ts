import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { covers, type Power, territoriesWith } from '#domain';
import {
  OutreachInvitationRepository,
  OutreachSessionRepository,
  type OutreachSessionRow,
  PersonVault,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, ByNumber, decodeCursor, toPage } from '../shared/page.js';
import type {
  OutreachFamilyPage,
  OutreachFamilyQuery,
  OutreachSession,
  SessionDetails,
  SessionPage,
  SessionQuery,
} from './outreach.schemas.js';
import { reportOf, SHEET_FAMILIES } from './session-report.js';

/** Sessions as their readers may see them: within their territories, families masked. */
@Injectable()
export class OutreachSessionReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** By day. */
  async list(actor: SignedIn, { limit, cursor, ...filter }: SessionQuery): Promise<z.infer<typeof SessionPage>> {
    const page = { limit: limit + 1, after: decodeCursor(cursor, ByDay) };
    const sessions = new OutreachSessionRepository(this.database.manager);
    const rows = await sessions.list(territoriesWith(actor, 'outreach:read'), filter, page);
    const cut = toPage(rows, limit, ({ id, onDay }) => ({ key: onDay, id }));
    return { rows: cut.rows.map(shown), next: cut.next };
  }

  /** Throws OUTREACH_SESSION_UNKNOWN. */
  async find(actor: SignedIn, id: string): Promise<SessionDetails> {
    const session = await this.row(actor, id);
    const isPlanned = session.state === 'planned';
    const may = (power: Power): boolean =>
      territoriesWith(actor, power).some((scope) => covers(scope, session.kelurahanCode));
    return {
      ...shown(session),
      report: reportOf(session, this.vault),
      sheets: Math.ceil(session.invited / SHEET_FAMILIES),
      mayPlan: isPlanned && may('outreach:plan'),
      mayHold: isPlanned && may('outreach:hold'),
      mayName: may('outreach:hold') && may('person:reveal'),
    };
  }

  /** Masked. Throws OUTREACH_SESSION_UNKNOWN. */
  async families(
    actor: SignedIn,
    id: string,
    { limit, cursor, ...filter }: OutreachFamilyQuery,
  ): Promise<z.infer<typeof OutreachFamilyPage>> {
    await this.row(actor, id);
    const page = { ...filter, afterId: decodeCursor(cursor, ByNumber)?.id, limit: limit + 1 };
    const rows = await new OutreachInvitationRepository(this.database.manager).families(id, page);
    return toPage(rows, limit, (family) => ({ id: family.id }));
  }

  private async row(actor: SignedIn, id: string): Promise<OutreachSessionRow> {
    const sessions = new OutreachSessionRepository(this.database.manager);
    return sessions.find(territoriesWith(actor, 'outreach:read'), id);
  }
}

function shown(row: OutreachSessionRow): OutreachSession {
  const { plannedBy: _planner, reportSealed: _report, periodId: _period, cityCode: _city, ...session } = row;
  return session;
}
