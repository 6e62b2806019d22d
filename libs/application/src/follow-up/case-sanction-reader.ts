import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { covers, DomainError, jakartaDate, territoriesWith } from '#domain';
import {
  AuditRepository,
  CaseSanctionRepository,
  type CaseSanctionRow,
  inTransaction,
  PaperRepository,
  PersonVault,
  RosterRowRepository,
} from '#persistence';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../shared/page.js';
import type { SanctionLetter } from '../documents/papers.js';
import { SANCTION_RULES } from './case-sanctions.js';
import {
  CASE_SANCTION_ACTS,
  type CaseSanction,
  type CaseSanctionPage,
  type CaseSanctionQuery,
} from './case-sanctions.schemas.js';

/** Suspensions and exclusions of the reader's territory, and the letter to the family. */
@Injectable()
export class CaseSanctionReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  async page(actor: SignedIn, query: CaseSanctionQuery): Promise<z.infer<typeof CaseSanctionPage>> {
    const rows = await new CaseSanctionRepository(this.database.manager).page({
      territories: territoriesWith(actor, 'follow-up:read'),
      state: query.state,
      after: decodeCursor(query.cursor, ByDay),
      limit: query.limit + 1,
    });
    const page = toPage(rows, query.limit, ({ id, dueOn }) => ({ key: dueOn, id }));
    return { rows: page.rows.map((row) => view(row, actor)), next: page.next };
  }

  /**
   * The letter with the family's name and address; opening it is recorded and counted as a record that is opened. Throws
   * CASE_SANCTION_UNKNOWN, CASE_SANCTION_STATE before a second person has verified it, REVEAL_QUOTA.
   */
  async letter(actor: SignedIn, id: string, requestId: string): Promise<SanctionLetter> {
    const scopes = territoriesWith(actor, 'person:reveal');
    const sanction = await inTransaction(this.database, (manager) =>
      new CaseSanctionRepository(manager).find(id, scopes),
    );
    const { letterHash, verifiedAt, objectionUntil, verifier } = sanction;
    if (letterHash === null || verifiedAt === null || objectionUntil === null || verifier === null) {
      throw new DomainError('CASE_SANCTION_STATE', 'nobody has verified it', { sanctionState: sanction.state });
    }
    await demandRevealQuota(this.database, actor, requestId);
    const { manager } = this.database;
    await new AuditRepository(manager).note({
      ...{ officerId: actor.officerId, action: 'case-sanction.letter', subjectType: 'case-sanction', subjectId: id },
      ...{ territoryCode: sanction.kelurahanCode, requestId, details: { kind: sanction.kind } },
    });
    const { sealed } = await new RosterRowRepository(manager).sealed(sanction.rosterRowId);
    const { fullName, address, rt, rw } = this.vault.open(sealed);
    const papers = new PaperRepository(manager);
    const { name, kecamatanName } = await papers.place(sanction.kelurahanCode);
    return {
      head: await papers.head(sanction.periodId, sanction.cityCode),
      ...{ signers: [], hash: letterHash, isDraft: false, number: null, date: jakartaDate(verifiedAt) },
      ...{
        kind: sanction.kind,
        finding: sanction.finding,
        kpmCode: sanction.kpmCode,
        verifier,
        verifiedAt,
        objectionUntil,
      },
      ...{ fullName, address, rt, rw, kelurahanName: name, kecamatanName },
    };
  }
}

function view(row: CaseSanctionRow, actor: SignedIn): z.infer<typeof CaseSanction> {
  const { periodId: _period, cityCode: _city, rosterRowId: _row, decidedBy: _decider, ...others } = row;
  const { decidedAt: _at, verifiedBy: _verifier, letterHash, ...shown } = others;
  const acts = CASE_SANCTION_ACTS.filter((act) => {
    const { power, from, hands } = SANCTION_RULES[act];
    const reaches = territoriesWith(actor, power).some((scope) => covers(scope, row.kelurahanCode));
    return reaches && row.state === from && hands(row, actor.officerId);
  });
  const reads = territoriesWith(actor, 'person:reveal').some((scope) => covers(scope, row.kelurahanCode));
  return { ...shown, acts, hasLetter: letterHash !== null && reads };
}
