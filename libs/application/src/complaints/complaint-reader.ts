import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  COMPLAINT_CLOSED,
  COMPLAINT_NUMBER,
  COMPLAINT_STATES,
  complaintMayBecome,
  DomainError,
  familyCodeOf,
  isClosedComplaint,
} from '#domain';
import {
  AuditRepository,
  ComplaintDeedRepository,
  ComplaintRepository,
  type ComplaintRow,
  ComplaintStoryRepository,
  PersonVault,
} from '#persistence';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../shared/page.js';
import { aboutFamily } from './about-family.js';
import { openContent, openText } from './complaint-content.js';
import { mayAct, sightOf } from './complaint-sight.js';
import type {
  COMPLAINT_ACTS,
  Complainant,
  ComplaintDetails,
  ComplaintPage,
  ComplaintQuery,
} from './complaints.schemas.js';

const OPEN_SECONDS = 60;
type Page = z.infer<typeof ComplaintPage>;

/** Complaints as their readers may see them; whoever reads one, or who complained, is in the trail. */
@Injectable()
export class ComplaintReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Without what was said, the nearest day first. */
  async list(actor: SignedIn, { view, kind, text, limit, cursor }: ComplaintQuery): Promise<Page> {
    const closed: readonly string[] = COMPLAINT_CLOSED;
    const states = COMPLAINT_STATES.filter((state) => closed.includes(state) === (view === 'closed'));
    const page = { limit: limit + 1, after: decodeCursor(cursor, ByDay) };
    const isNumber = text !== undefined && COMPLAINT_NUMBER.test(text);
    const filter = { states: isNumber ? COMPLAINT_STATES : states, kind, text };
    const rows = await new ComplaintRepository(this.database.manager).list(sightOf(actor), filter, page);
    const cut = toPage(rows, limit, ({ id, dueOn }) => ({ key: dueOn, id }));
    return { rows: cut.rows.map(shown), next: cut.next };
  }

  /** Throws COMPLAINT_UNKNOWN. */
  async find(actor: SignedIn, id: string, requestId: string): Promise<z.infer<typeof ComplaintDetails>> {
    const { manager } = this.database;
    const complaints = new ComplaintRepository(manager);
    const story = new ComplaintStoryRepository(manager);
    const row = await complaints.find(sightOf(actor), id);
    await this.note(actor, row, 'complaint.read', {}, requestId);
    const { sealed, answerSealed } = await complaints.sealed(id);
    const events = await story.of(id);
    const { outcome, proposer, appealUntil, mergedNumber, familyId } = row;
    return {
      ...{ ...shown(row), outcome, proposer, appealUntil, mergedNumber },
      familyCode: familyId === null ? null : familyCodeOf(familyId),
      text: openContent(this.vault, sealed).text,
      answer: openText(this.vault, answerSealed),
      ...(await aboutFamily(manager, actor, familyId)),
      deeds: await new ComplaintDeedRepository(manager).of(id),
      papers: await story.papers(id),
      story: events.map(({ sealed: note, ...event }) => ({ ...event, note: openText(this.vault, note) })),
      acts: (await complaints.isOwnHousehold(id, actor.officerId)) ? [] : actsOf(actor, row),
    };
  }

  /** Who complained, for a minute; counted and recorded as a record that is opened. Throws COMPLAINT_UNKNOWN, REVEAL_QUOTA. */
  async open(actor: SignedIn, id: string, purpose: string, requestId: string): Promise<z.infer<typeof Complainant>> {
    const complaints = new ComplaintRepository(this.database.manager);
    const row = await complaints.find(sightOf(actor), id);
    await demandRevealQuota(this.database, actor, requestId);
    await this.note(actor, row, 'complaint.opened', { purpose }, requestId);
    const { name, phone, nik } = openContent(this.vault, (await complaints.sealed(id)).sealed);
    return { name, phone, nik, hideAt: new Date(Date.now() + OPEN_SECONDS * 1000) };
  }

  /** Throws COMPLAINT_UNKNOWN, COMPLAINT_PAPER_UNKNOWN. The reading is recorded. */
  async paper(actor: SignedIn, id: string, paperId: string, requestId: string) {
    const { manager } = this.database;
    const row = await new ComplaintRepository(manager).find(sightOf(actor), id);
    const paper = await new ComplaintStoryRepository(manager).paper(id, paperId);
    if (paper === undefined) throw new DomainError('COMPLAINT_PAPER_UNKNOWN', 'no such paper of the complaint');
    await this.note(actor, row, 'complaint.paper-read', {}, requestId);
    return { mediaType: paper.mediaType, content: this.vault.openBytes(paper.sealed) };
  }

  private async note(
    actor: SignedIn,
    row: ComplaintRow,
    action: string,
    details: object,
    requestId: string,
  ): Promise<void> {
    await new AuditRepository(this.database.manager).note({
      ...{ officerId: actor.officerId, action, subjectType: 'complaint', subjectId: row.id, requestId },
      ...{ territoryCode: row.territoryCode, details: { number: row.number, ...details } },
    });
  }
}

function shown(row: ComplaintRow): Page['rows'][number] {
  const { id, number, territoryCode, territoryName, kind, isRestricted, channel, state, office, dueOn, receivedAt } =
    row;
  const { waitingFor, waitingUntil } = row;
  return {
    ...{ id, number, territoryCode, territoryName, kind, isRestricted, channel, state, office, dueOn, receivedAt },
    ...{ waitingFor, waitingUntil },
  };
}

/** What the reader's office may do with it now. */
function actsOf(actor: SignedIn, row: ComplaintRow): (typeof COMPLAINT_ACTS)[number][] {
  const { state, proposedBy, answeredBy } = row;
  const may = (to: Parameters<typeof complaintMayBecome>[1]): boolean => complaintMayBecome(state, to);
  const acts: (typeof COMPLAINT_ACTS)[number][] = [];
  const isOpen = !isClosedComplaint(state) && state !== 'proposed' && state !== 'appealed';
  if (mayAct(actor, row, 'complaint:handle') && isOpen) {
    if (state === 'received') acts.push('take');
    if (may('answered')) acts.push('answer');
    if (may('waiting')) acts.push('wait');
    if (state === 'waiting') acts.push('resume');
    acts.push('merge');
  }
  if (!mayAct(actor, row, 'complaint:decide')) return acts;
  if (state === 'proposed') acts.push(...(proposedBy === actor.officerId ? [] : (['approve'] as const)), 'return');
  if (state === 'appealed' && ![proposedBy, answeredBy].includes(actor.officerId)) acts.push('decide');
  return acts;
}
