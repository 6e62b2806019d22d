import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { kindOfChange, limitsOf, quotaChangeWorkflowId, sumRupiah } from '#domain';
import type { Language } from '#messages';
import {
  OutboxRepository,
  PeriodRepository,
  QuotaChangeRepository,
  type QuotaChangeRow,
  TaskRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { explainRefusals } from '../shared/explain-refusals.js';
import { demandOnce } from './demand-once.js';
import { demandQuotasMove } from './demand-quotas-move.js';
import type { NewQuotaChange, PeriodQuotas, QuotaChange, QuotaChanges } from './quota-changes.schemas.js';

/** Quotas of a running period: how far each can be moved, and the papers that move them. */
@Injectable()
export class QuotaChangeService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  /** Every city whose quota is in the ledger, by code. Throws PERIOD_UNKNOWN. */
  async quotas(periodId: string, language: Language): Promise<z.infer<typeof PeriodQuotas>> {
    await new PeriodRepository(this.database.manager).find(periodId);
    const cities = await new QuotaChangeRepository(this.database.manager).cities(periodId);
    return {
      cities: cities.map(({ mandate, mandateId: _id, isDecreed, isReporting, ...city }) => {
        const limits = limitsOf({ ...city, mandate, isDecreed, isReporting });
        const why = (code: string | undefined) =>
          explainRefusals(
            code === undefined ? [] : [{ code, details: { city: city.cityName, most: String(limits.recallable) } }],
            language,
          )[0] ?? null;
        return {
          ...city,
          recallableFamilies: limits.recallable,
          whyNotGrow: why(limits.whyNotGrow),
          whyNotShrink: why(limits.whyNotShrink),
        };
      }),
    };
  }

  /** The papers of a period, the last proposed first. Throws PERIOD_UNKNOWN. */
  async list(periodId: string, language: Language): Promise<z.infer<typeof QuotaChanges>> {
    await new PeriodRepository(this.database.manager).find(periodId);
    const changes = await new QuotaChangeRepository(this.database.manager).list(periodId);
    return { changes: changes.map((change) => view(change, language)) };
  }

  /** Throws QUOTA_CHANGE_UNKNOWN. */
  async find(changeId: string, language: Language): Promise<z.infer<typeof QuotaChange>> {
    return view(await new QuotaChangeRepository(this.database.manager).find(changeId), language);
  }

  /**
   * Proposes more quota for cities, less, or both; PPK and then KPA sign it, and nothing moves before. The maker signs as its
   * preparer. Throws QUOTA_TWICE and whatever stands against the move; see `demandQuotasMove`.
   */
  async propose(
    context: CommandContext,
    periodId: string,
    command: NewQuotaChange,
  ): Promise<z.infer<typeof QuotaChange>> {
    return this.commands.run(context, `quota-change:${periodId}`, command, async (manager) => {
      demandOnce(command.lines, 'lines');
      await demandQuotasMove(manager, { periodId, lines: command.lines });
      const changeId = await this.write(manager, context, periodId, command);
      return view(await new QuotaChangeRepository(manager).find(changeId), context.language);
    });
  }

  private async write(
    manager: EntityManager,
    context: CommandContext,
    periodId: string,
    { ground, paper, lines }: NewQuotaChange,
  ): Promise<string> {
    const { officerId } = context.actor;
    const changes = new QuotaChangeRepository(manager);
    const changeId = await changes.propose({ periodId, ground, paper, lines, proposedBy: officerId });
    await new TaskRepository(manager).sign(`quota:${changeId}`, officerId, 'prepare', null);
    await new OutboxRepository(manager).add(quotaChangeWorkflowId(changeId), 'quota-change', { periodId, changeId });
    await noteBy(manager, context, {
      action: 'quota-change.proposed',
      subjectType: 'quota',
      subjectId: changeId,
      details: { periodId, ground, paper, lines },
    });
    return changeId;
  }
}

function view(
  { proposedBy: _by, lapsedFor, ...change }: QuotaChangeRow,
  language: Language,
): z.infer<typeof QuotaChange> {
  const deltas = change.lines.map(({ deltaFamilies }) => deltaFamilies);
  const rupiah = change.lines.map((line) => BigInt(line.deltaFamilies) * BigInt(line.rupiahPerFamily));
  return {
    ...change,
    kind: kindOfChange(deltas),
    netFamilies: deltas.reduce((sum, delta) => sum + delta, 0),
    netRupiah: sumRupiah(rupiah).toString(),
    lapsedFor: explainRefusals(lapsedFor ?? [], language),
  };
}
