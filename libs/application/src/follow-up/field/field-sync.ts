import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demandVisitDays, demandWritten, DomainError, isFieldConflict } from '#domain';
import { translate } from '#messages';
import {
  FieldConflictRepository,
  type FieldLeaseRow,
  FindingRuleRepository,
  inTransaction,
  type NewFieldOperation,
  ProgrammeClockRepository,
  type VisitFacts,
} from '#persistence';
import type { CommandContext } from '../../shared/command-context.js';
import { inWords } from '../../shared/detail-words.js';
import { DecideTask } from '../../tasks/decision/decide-task.js';
import { FieldLeases } from './field-leases.js';
import { limitsOf } from './field-limits.js';
import { type FieldResult, FieldVisit, type SyncedField, type SyncField } from './field.schemas.js';
import { shownConflict } from './shown-conflict.js';

type Told = Omit<FieldResult, 'id' | 'receivedAt'>;

const RECORDED: Told = { result: 'recorded', code: null, message: null, conflict: null };

/** What phones wrote down without a signal. Each item goes through the decision that a page would take, and gets its own answer. */
@Injectable()
export class FieldSync {
  constructor(
    private readonly database: DataSource,
    private readonly leases: FieldLeases,
    private readonly decisions: DecideTask,
  ) {}

  /**
   * In the order of the items; none stops another. An item that was recorded, or kept as a second version, finds that again by its id.
   * A refused one leaves nothing and may be mended. Throws only what concerns the phone as a whole: see `FieldLeases.live`.
   */
  async sync(context: CommandContext, command: SyncField): Promise<SyncedField> {
    const lease = await this.leases.live(context, command.leaseId, command.device, command.sentAt);
    const results: FieldResult[] = [];
    for (const item of command.operations) {
      const answered = await this.answered(context, lease, command.sentAt, item);
      results.push({ ...answered, id: idOf(item), receivedAt: new Date() });
    }
    return { results };
  }

  private async answered(context: CommandContext, lease: FieldLeaseRow, sentAt: string, item: unknown): Promise<Told> {
    try {
      const read = FieldVisit.safeParse(item);
      if (!read.success) throw new DomainError('FIELD_ITEM_INVALID', 'not a visit', { field: fieldsOf(read.error) });
      return await this.take(context, lease, sentAt, read.data);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const message = translate(context.language, `errors:${error.code}`, inWords(context.language, error.details));
      return { result: 'refused', code: error.code, message, conflict: null };
    }
  }

  private async take(context: CommandContext, lease: FieldLeaseRow, sentAt: string, visit: FieldVisit): Promise<Told> {
    const { officerId } = context.actor;
    const { manager } = this.database;
    const conflicts = new FieldConflictRepository(manager);
    const contentHash = createHash('sha256').update(JSON.stringify(visit)).digest('hex');
    const earlier = await conflicts.operation(visit.id);
    if (earlier !== undefined) {
      const isSame = earlier.officerId === officerId && earlier.contentHash === contentHash;
      if (!isSame) throw new DomainError('FIELD_ITEM_REUSED', 'the id stands for another visit');
      return earlier.result === 'recorded' ? RECORDED : this.conflict(context, visit.id);
    }
    const facts = await conflicts.visit(visit.taskId, visit.caseId);
    if (facts === undefined) throw new DomainError('CASE_UNKNOWN', 'no such visit');
    await this.demandDays(visit, sentAt, facts);
    const operation: Omit<NewFieldOperation, 'result'> = {
      ...{ id: visit.id, leaseId: lease.id, officerId, caseId: visit.caseId, taskId: visit.taskId, contentHash },
      ...{ writtenAt: new Date(visit.writtenAt), sentAt: new Date(sentAt) },
    };
    if (!facts.isOpen && !isOwnAnswer(visit, facts, officerId)) return this.keepBoth(context, operation, visit, facts);
    return this.record(context, operation, visit, facts);
  }

  /** By the decision that a page would take. Whoever was first in the meantime makes this a second version. */
  private async record(
    context: CommandContext,
    operation: Omit<NewFieldOperation, 'result'>,
    visit: FieldVisit,
    facts: VisitFacts,
  ): Promise<Told> {
    const conflicts = new FieldConflictRepository(this.database.manager);
    const { finding, note, visitedOn, artefactHash, taskId } = visit;
    if (facts.isOpen) await demandPhotos(conflicts, taskId, visit.photos);
    const details = { finding, visitedOn, ...(note === undefined ? {} : { note }) };
    try {
      const command = { outcome: 'submitted', artefactHash, details } as const;
      await this.decisions.decide({ ...context, key: `field:${visit.id}` }, taskId, command);
    } catch (error) {
      if (!(error instanceof DomainError) || !isFieldConflict(error.code)) throw error;
      return this.keepBoth(context, operation, visit, facts);
    }
    // The same officer's other phone may have been first: a decision repeated by its own officer is answered, not compared.
    const stands = await conflicts.visit(taskId, visit.caseId);
    if (stands === undefined || !isOwnAnswer(visit, stands, operation.officerId)) {
      return this.keepBoth(context, operation, visit, facts);
    }
    await conflicts.keep({ ...operation, result: 'recorded' });
    return RECORDED;
  }

  private async keepBoth(
    context: CommandContext,
    operation: Omit<NewFieldOperation, 'result'>,
    visit: FieldVisit,
    facts: VisitFacts,
  ): Promise<Told> {
    await inTransaction(this.database, async (manager) => {
      const today = await new ProgrammeClockRepository(manager).today();
      const rule = await new FindingRuleRepository(manager).find(facts.periodId, visit.finding, today);
      if (rule === undefined)
        throw new DomainError('FINDING_UNKNOWN', 'no such finding today', { finding: visit.finding });
      const { finding, note, visitedOn, photos, writtenAt } = visit;
      await new FieldConflictRepository(manager).add(
        { ...operation, result: 'conflict' },
        {
          kelurahanCode: facts.kelurahanCode,
          mine: { finding, note, visitedOn, photos, writtenAt },
          decides: rule.decides,
          restricted: rule.restricted,
        },
      );
    });
    return this.conflict(context, visit.id);
  }

  private async conflict({ actor, language }: CommandContext, id: string): Promise<Told> {
    const row = await new FieldConflictRepository(this.database.manager).find(id);
    if (row === undefined) throw new Error('a second version that was kept is found');
    const code = 'FIELD_SECOND_VERSION';
    const message = translate(language, `errors:${code}`);
    return { result: 'conflict', code, message, conflict: shownConflict(actor, row) };
  }

  private async demandDays({ writtenAt, visitedOn }: FieldVisit, sentAt: string, facts: VisitFacts): Promise<void> {
    const { manager } = this.database;
    const { clockMinutes } = await limitsOf(manager);
    demandWritten({ writtenAt: new Date(writtenAt), sentAt: new Date(sentAt) }, clockMinutes);
    demandVisitDays(visitedOn, facts.openedOn, await new ProgrammeClockRepository(manager).today());
  }
}

/** Throws FIELD_PHOTO_MISSING where a photo that the item names has not arrived: without it the visit would stand without its proof. */
export async function demandPhotos(
  conflicts: FieldConflictRepository,
  taskId: string,
  photos: readonly string[],
): Promise<void> {
  if (photos.length === 0) return;
  const there = await conflicts.photosBeside(taskId, photos);
  const missing = photos.filter((sha256) => !there.includes(sha256)).length;
  if (missing > 0) throw new DomainError('FIELD_PHOTO_MISSING', 'photos have not arrived', { photos: missing });
}

/** Whether what stands in the task is this very visit, by this officer. */
function isOwnAnswer(visit: FieldVisit, { decidedBy, details }: VisitFacts, officerId: string): boolean {
  return (
    decidedBy === officerId &&
    details?.finding === visit.finding &&
    (details.note ?? '') === (visit.note ?? '') &&
    (details.visitedOn ?? []).join() === visit.visitedOn.join()
  );
}

const idOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : null;

const fieldsOf = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string =>
  [...new Set(error.issues.map(({ path }) => String(path[0] ?? 'item')))].join(', ');
