import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Attendance, covers, DomainError, territoriesWith } from '#domain';
import {
  AuditRepository,
  inTransaction,
  OutreachInvitationRepository,
  OutreachSessionRepository,
  type OutreachSessionRow,
  type PaperHead,
  PaperRepository,
  PersonVault,
  type SealedInvitation,
} from '#persistence';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import type { SessionReport } from './outreach.schemas.js';
import { reportOf, SHEET_FAMILIES } from './session-report.js';

/** What every paper of a session says. */
export interface OutreachPaper {
  readonly head: PaperHead;
  readonly session: OutreachSessionRow;
  readonly kelurahanName: string;
  readonly kecamatanName: string | null;
}

/** A family of the list by name; for papers that leave the system, and for nothing else. */
export interface NamedFamily {
  readonly kpmCode: string;
  readonly fullName: string;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly attendance: Attendance | null;
}

/** Invitations, the attendance list and the report of a session. */
@Injectable()
export class OutreachPapers {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /**
   * Invitations with names and addresses, so many of the list to a sheet, for who holds sessions and may open families' records there.
   * Making a sheet is recorded, and counted as a record that is opened. Throws OUTREACH_SESSION_UNKNOWN, OUTREACH_SHEET_UNKNOWN, REVEAL_QUOTA.
   */
  async invitations(
    actor: SignedIn,
    { id, sheet, requestId }: { readonly id: string; readonly sheet: number; readonly requestId: string },
  ): Promise<OutreachPaper & { readonly families: readonly NamedFamily[] }> {
    const session = await this.#forNames(actor, id);
    const list = new OutreachInvitationRepository(this.database.manager);
    const rows = await list.sealed(id, { offset: (sheet - 1) * SHEET_FAMILIES, limit: SHEET_FAMILIES });
    if (rows.length === 0) throw new DomainError('OUTREACH_SHEET_UNKNOWN', 'the list is not that long', { sheet });
    const rowIds = rows.map(({ rowId }) => rowId);
    await this.#record(actor, session, { action: 'outreach.invitations', rowIds, requestId });
    return { ...(await this.#paper(session)), families: rows.map((row) => this.#named(row)) };
  }

  /**
   * The attendance list with names, page by page; recorded once, before the first page. Throws OUTREACH_SESSION_UNKNOWN, REVEAL_QUOTA.
   */
  async attendanceList(
    actor: SignedIn,
    id: string,
    requestId: string,
  ): Promise<(after: number, limit: number) => Promise<NamedFamily[]>> {
    const session = await this.#forNames(actor, id);
    const list = new OutreachInvitationRepository(this.database.manager);
    await this.#record(actor, session, { action: 'outreach.list', rowIds: await list.rowIds(id), requestId });
    return async (offset, limit) => (await list.sealed(id, { offset, limit })).map((row) => this.#named(row));
  }

  /** The report on a session that was held: counts and the office's words, no family. Throws OUTREACH_SESSION_UNKNOWN, OUTREACH_NOT_HELD. */
  async report(actor: SignedIn, id: string): Promise<OutreachPaper & { readonly report: SessionReport }> {
    const sessions = new OutreachSessionRepository(this.database.manager);
    const session = await sessions.find(territoriesWith(actor, 'outreach:read'), id);
    const report = reportOf(session, this.vault);
    if (report === null) throw new DomainError('OUTREACH_NOT_HELD', 'nobody has said what came of it');
    return { ...(await this.#paper(session)), report };
  }

  /** A session where the officer may read names; as if there were none where not. */
  async #forNames(actor: SignedIn, id: string): Promise<OutreachSessionRow> {
    const reveals = territoriesWith(actor, 'person:reveal');
    const sessions = new OutreachSessionRepository(this.database.manager);
    const session = await sessions.find(territoriesWith(actor, 'outreach:hold'), id);
    if (!reveals.some((scope) => covers(scope, session.kelurahanCode))) {
      throw new DomainError('OUTREACH_SESSION_UNKNOWN', 'names there are not for this officer');
    }
    return session;
  }

  /** Of the session with how many, and of each family, so that whoever asks who opened its record finds this, too. */
  async #record(
    actor: SignedIn,
    { id, kelurahanCode: territoryCode }: OutreachSessionRow,
    { action, rowIds, requestId }: { readonly action: string; readonly rowIds: string[]; readonly requestId: string },
  ): Promise<void> {
    await demandRevealQuota(this.database, actor, requestId);
    await inTransaction(this.database, async (manager) => {
      const audit = new AuditRepository(manager);
      const note = { officerId: actor.officerId, action, territoryCode, requestId };
      const details = { families: rowIds.length };
      await audit.note({ ...note, subjectType: 'outreach_session', subjectId: id, details });
      await audit.noteEach({ ...note, subjectType: 'family', details: { sessionId: id } }, rowIds);
    });
  }

  async #paper(session: OutreachSessionRow): Promise<OutreachPaper> {
    const papers = new PaperRepository(this.database.manager);
    const { name, kecamatanName } = await papers.place(session.kelurahanCode);
    const head = await papers.head(session.periodId, session.cityCode);
    return { head, session, kelurahanName: name, kecamatanName };
  }

  #named({ sealed, kpmCode, attendance }: SealedInvitation): NamedFamily {
    const { fullName, address, rt, rw } = this.vault.open(sealed);
    return { kpmCode, fullName, address, rt, rw, attendance };
  }
}
