import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { addresseeOf, calendarDaysBetween, covers, territoriesWith } from '#domain';
import { CaseRequestRepository, type CaseRequestRow, ProgrammeClockRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../shared/page.js';
import type { CaseRequest, CaseRequestPage, CaseRequestQuery } from './case-requests.schemas.js';

/** Requests of the reader's territory, the nearest day first. */
@Injectable()
export class CaseRequestReader {
  constructor(private readonly database: DataSource) {}

  async page(actor: SignedIn, query: CaseRequestQuery): Promise<z.infer<typeof CaseRequestPage>> {
    const { manager } = this.database;
    const today = await new ProgrammeClockRepository(manager).today();
    const rows = await new CaseRequestRepository(manager).page({
      territories: territoriesWith(actor, 'follow-up:read'),
      periodId: query.periodId,
      state: query.state,
      after: decodeCursor(query.cursor, ByDay),
      limit: query.limit + 1,
    });
    const page = toPage(rows, query.limit, ({ id, dueOn }) => ({ key: dueOn, id }));
    return { rows: page.rows.map((row) => view(row, actor, today)), next: page.next };
  }
}

function view(row: CaseRequestRow, actor: SignedIn, today: string): z.infer<typeof CaseRequest> {
  const { ownerId, cityCode: _city, ...shown } = row;
  const acts = territoriesWith(actor, 'case-request:act').some((scope) => covers(scope, row.kelurahanCode));
  const isMine = ownerId === actor.officerId;
  const isOpen = row.state === 'open';
  return {
    ...{ ...shown, to: addresseeOf(row.kind), daysLeft: calendarDaysBetween(today, row.dueOn) },
    mayEnd: isOpen && acts && isMine,
    mayTake: isOpen && acts && !isMine,
  };
}
