import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, NATION } from '#domain';
import {
  inTransaction,
  LedgerRepository,
  MandateRepository,
  NotificationRepository,
  PeriodRepository,
} from '#persistence';
import { demandPeriodWithinBudget } from '../money/budget/within-budget.js';
import { licensed } from '../tasks/decision/licensed.js';

/** Quotas into the ledger and mandates to the cities. Every posting is keyed, so a repeat is nothing. */
@Injectable()
export class AllocationService {
  constructor(private readonly database: DataSource) {}

  /** Puts every city of the period on the board in stage 1. */
  async start(periodId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const periods = new PeriodRepository(manager);
      for (const { cityCode } of await periods.allocations(periodId)) {
        await periods.startStage(periodId, cityCode, 'allocation', null);
      }
    });
  }

  /**
   * Posts each city's quota from the appropriation and grants its mandate. Returns the cities; none where the budget has
   * become too small since the approval: then nothing is posted, and the preparer and the KPA are told. A repeat posts
   * nothing more. Throws LICENCE_MISSING.
   */
  async post(periodId: string): Promise<string[]> {
    try {
      return await this.postLicensed(periodId);
    } catch (error) {
      if (!(error instanceof DomainError) || !OVER_BUDGET.has(error.code)) throw error;
      await inTransaction(this.database, (manager) => tellOverBudget(manager, periodId, error));
      return [];
    }
  }

  private postLicensed(periodId: string): Promise<string[]> {
    return licensed(this.database, 'allocation.approve', periodId, async (manager) => {
      const periods = new PeriodRepository(manager);
      const ledger = new LedgerRepository(manager);
      const allocations = await periods.allocations(periodId);
      await demandPeriodWithinBudget(manager, periodId);
      for (const { cityCode, quotaFamilies, amountRupiah } of allocations) {
        const key = `allocation:${periodId}:${cityCode}`;
        const transactionId = await ledger.begin({ key, kind: 'allocation', periodId, cityCode });
        if (transactionId === undefined) continue;
        const amount = BigInt(amountRupiah);
        await ledger.post(transactionId, 'appropriation', 'unallocated', cityCode, quotaFamilies, amount);
        await periods.finishStage(periodId, cityCode, 'allocation');
      }
      const policy = await periods.policyOf(periodId);
      await new MandateRepository(manager).grantForPeriod(periodId, policy.count('mandate.days'));
      return citiesOf(allocations);
    });
  }
}

const OVER_BUDGET: ReadonlySet<string> = new Set(['BUDGET_MISSING', 'BUDGET_EXCEEDED']);

const citiesOf = (allocations: readonly { cityCode: string }[]): string[] =>
  allocations.map(({ cityCode }) => cityCode);

async function tellOverBudget(manager: EntityManager, periodId: string, error: DomainError): Promise<void> {
  const { code } = await new PeriodRepository(manager).find(periodId);
  // A repeat finds the same shortage, and tells nobody again.
  const key = `allocation.over-budget:${periodId}:${JSON.stringify(error.details)}`;
  const details = { period: code, reason: error.code, ...error.details };
  for (const role of ['programme_officer', 'kpa'] as const) {
    await new NotificationRepository(manager).tellOffice(role, NATION, {
      kind: 'allocation.over-budget',
      key,
      details,
    });
  }
}
