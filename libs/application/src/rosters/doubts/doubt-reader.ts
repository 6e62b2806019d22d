import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type CheckListKind, checkListKinds, type OtherRecord, territoriesWith } from '#domain';
import {
  AuditRepository,
  DoubtPageRepository,
  type DoubtRow,
  PeriodRepository,
  PersonVault,
  RosterRepository,
} from '#persistence';
import { demandRevealQuota } from '../../privacy/reveal-quota.js';
import type { SignedIn } from '../../shared/command-context.js';
import { ByNumber, decodeCursor, toPage } from '../../shared/page.js';
import { demandListSight } from '../demand-list-sight.js';
import { compareRecords } from './compare-records.js';
import type { Doubt, DoubtPage, DoubtQuery, DoubtRecords } from './doubts.schemas.js';

const REVEAL_SECONDS = 60;

/** What is asked about families of a list, masked; both records side by side for who opens them, for a minute. */
@Injectable()
export class DoubtReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Within the reader's territories. Records are compared in memory: how alike they are goes out, what they hold does not. */
  async page(actor: SignedIn, rosterId: string, query: DoubtQuery): Promise<z.infer<typeof DoubtPage>> {
    const { manager } = this.database;
    const { cityCode, periodId } = await new RosterRepository(manager).summary(rosterId);
    demandListSight(actor, cityCode);
    const doubts = new DoubtPageRepository(manager);
    const kinds = checkListKinds(await new PeriodRepository(manager).policyOf(periodId));
    const territories = territoriesWith(actor, 'roster:read');
    const { cursor, limit, ...filter } = query;
    const afterId = decodeCursor(cursor, ByNumber)?.id;
    const rows = await doubts.page({ ...filter, rosterId, territories, afterId, limit: limit + 1 });
    const page = toPage(rows, limit, ({ id }) => ({ id }));
    return {
      rows: page.rows.map((row) => this.#view(kinds, row)),
      next: page.next,
      counts: await doubts.counts(rosterId, territories),
    };
  }

  /** Opens both records for a minute and writes down who did so and why. Throws DOUBT_UNKNOWN, REVEAL_QUOTA. */
  async reveal(
    actor: SignedIn,
    doubtId: string,
    purpose: string,
    requestId: string,
  ): Promise<z.infer<typeof DoubtRecords>> {
    const { manager } = this.database;
    const doubt = await new DoubtPageRepository(manager).find(doubtId, territoriesWith(actor, 'person:reveal'));
    await demandRevealQuota(this.database, actor, requestId);
    await new AuditRepository(manager).note({
      ...{ officerId: actor.officerId, action: 'person.revealed', subjectType: 'family', subjectId: doubt.rowId },
      ...{ territoryCode: doubt.territoryCode, requestId, details: { purpose, doubtId } },
    });
    const { motherName: _motherName, birthDate, ...person } = this.vault.open(doubt.sealed);
    return {
      listed: {
        ...person,
        ...(birthDate === undefined ? {} : { birthDate }),
        kpmCode: doubt.kpmCode ?? '',
        hideAt: new Date(Date.now() + REVEAL_SECONDS * 1000),
      },
      other: this.#other(doubt) ?? null,
    };
  }

  #other({ otherSealed }: DoubtRow): OtherRecord | undefined {
    if (otherSealed === null) return undefined;
    return JSON.parse(this.vault.openBytes(otherSealed).toString('utf8')) as OtherRecord;
  }

  #view(kinds: readonly CheckListKind[], row: DoubtRow): z.infer<typeof Doubt> {
    const { sealed, otherSealed: _otherSealed, listSource, listListedOn, ...shown } = row;
    const other = this.#other(row);
    const list =
      listSource === null || listListedOn === null
        ? null
        : { kindName: nameOf(kinds, row.basis), source: listSource, listedOn: listListedOn };
    const likeness =
      other === undefined
        ? []
        : [...compareRecords(this.vault.open(sealed), { fullName: other.fullName, kk: other.kk })];
    return { ...shown, list, hasOther: other !== undefined, likeness };
  }
}

const nameOf = (kinds: readonly CheckListKind[], code: string): string =>
  kinds.find(({ kind }) => kind === code)?.name ?? code;
