import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { covers, DomainError, type FamilyChangeContent, familyCodeOf, readFamilyCode, territoriesWith } from '#domain';
import { attachmentType } from '#files';
import {
  type AttachmentContent,
  AuditRepository,
  FamilyChangeRepository,
  type FamilyChangeRow,
  FamilyPaperRepository,
  inTransaction,
  PersonVault,
} from '#persistence';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../shared/page.js';
import type { UploadedFile } from '../shared/uploaded-file.js';
import type { FamilyChange, FamilyChangePage, OpenedFamilyChange } from './family-changes.schemas.js';

const OPEN_SECONDS = 60;
const MOST_BYTES = 10_000_000;

/** Changes of records as their readers may see them, and the papers beside them. */
@Injectable()
export class FamilyChangeReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Of one family, the newest first, those that were proposed where the reader sees lists. */
  async ofFamily(actor: SignedIn, code: string): Promise<z.infer<typeof FamilyChange>[]> {
    const familyId = readFamilyCode(code);
    if (familyId === undefined) return [];
    const changes = new FamilyChangeRepository(this.database.manager);
    return (await changes.ofFamily(familyId, territoriesWith(actor, 'roster:read'))).map((row) => view(row, actor));
  }

  /** What waits in the reader's territory, the nearest day first. */
  async waiting(
    actor: SignedIn,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<z.infer<typeof FamilyChangePage>> {
    const changes = new FamilyChangeRepository(this.database.manager);
    const scopes = scopesOf(actor);
    const rows = await changes.waiting(scopes, limit + 1, decodeCursor(cursor, ByDay));
    const page = toPage(rows, limit, ({ id, dueOn }) => ({ key: dueOn, id }));
    return { rows: page.rows.map((row) => view(row, actor)), next: page.next };
  }

  /** What was said before and what is proposed, for a minute; recorded and counted as a record that is opened. Throws FAMILY_CHANGE_UNKNOWN. */
  async open(
    actor: SignedIn,
    changeId: string,
    purpose: string,
    requestId: string,
  ): Promise<z.infer<typeof OpenedFamilyChange>> {
    const changes = new FamilyChangeRepository(this.database.manager);
    const change = await this.find(actor, changeId);
    await demandRevealQuota(this.database, actor, requestId);
    await this.note(actor, change, 'family-change.opened', { purpose }, requestId);
    const content = JSON.parse(
      this.vault.openBytes(await changes.sealed(changeId)).toString('utf8'),
    ) as FamilyChangeContent;
    return { ...content, contentHash: change.contentHash, hideAt: new Date(Date.now() + OPEN_SECONDS * 1000) };
  }

  /** Throws FAMILY_CHANGE_UNKNOWN, FAMILY_PAPER_UNKNOWN. The reading is recorded. */
  async paper(actor: SignedIn, changeId: string, requestId: string): Promise<AttachmentContent> {
    const change = await this.find(actor, changeId);
    if (change.paperId === null) throw new DomainError('FAMILY_PAPER_UNKNOWN', 'a complaint speaks for it');
    const content = await new FamilyPaperRepository(this.database.manager, this.vault).content(change.paperId);
    await this.note(actor, change, 'family-change.paper-read', {}, requestId);
    return content;
  }

  /** Lays a paper down for a family; the same file again finds the first. Throws FAMILY_UNKNOWN, ATTACHMENT_TOO_LARGE, ATTACHMENT_TYPE. */
  async addPaper(actor: SignedIn, code: string, file: UploadedFile): Promise<string> {
    if (file.sizeBytes > MOST_BYTES)
      throw new DomainError('ATTACHMENT_TOO_LARGE', 'over the limit of a paper', { most: '10 MB' });
    const content = await readFile(file.path);
    const mediaType = attachmentType(content);
    const familyId = readFamilyCode(code) ?? '0';
    const { officerId } = actor;
    return inTransaction(this.database, async (manager) => {
      const scopes = territoriesWith(actor, 'family:propose');
      if ((await new FamilyChangeRepository(manager).subject(familyId, scopes, officerId)) === undefined) {
        throw new DomainError('FAMILY_UNKNOWN', 'no such family in the territory');
      }
      const { name, sha256 } = file;
      return new FamilyPaperRepository(manager, this.vault).add({
        familyId,
        name,
        mediaType,
        sha256,
        content,
        officerId,
      });
    });
  }

  private async find(actor: SignedIn, changeId: string): Promise<FamilyChangeRow> {
    return inTransaction(this.database, (manager) =>
      new FamilyChangeRepository(manager).find(changeId, scopesOf(actor)),
    );
  }

  private async note(
    actor: SignedIn,
    change: FamilyChangeRow,
    action: string,
    details: object,
    requestId: string,
  ): Promise<void> {
    await new AuditRepository(this.database.manager).note({
      ...{ officerId: actor.officerId, action, subjectType: 'family-change', subjectId: change.id, requestId },
      ...{ territoryCode: change.territoryCode, details: { code: familyCodeOf(change.familyId), ...details } },
    });
  }
}

/** Who may propose or confirm reads what was proposed. */
const scopesOf = (actor: SignedIn): string[] => [
  ...new Set([...territoriesWith(actor, 'family:confirm'), ...territoriesWith(actor, 'family:propose')]),
];

function view(row: FamilyChangeRow, actor: SignedIn): z.infer<typeof FamilyChange> {
  const { familyId, contentHash: _contentHash, paperId: _paperId, proposedBy, ...change } = row;
  const isOwn = proposedBy === actor.officerId;
  const reaches = (power: 'family:confirm' | 'family:propose'): boolean =>
    territoriesWith(actor, power).some((scope) => covers(scope, row.territoryCode));
  const isWaiting = row.state === 'proposed';
  return {
    ...{ familyCode: familyCodeOf(familyId), ...change },
    mayDecide: isWaiting && !isOwn && reaches('family:confirm'),
    mayWithdraw: isWaiting && isOwn && reaches('family:propose'),
  };
}
