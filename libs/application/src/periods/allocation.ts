import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, LedgerRepository, MandateRepository, PeriodRepository } from '#persistence';
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

  /** Posts each city's quota from the appropriation and grants its mandate. Returns the cities. Throws LICENCE_MISSING. */
  async post(periodId: string): Promise<string[]> {
    return licensed(this.database, 'allocation.approve', periodId, async (manager) => {
      const periods = new PeriodRepository(manager);
      const ledger = new LedgerRepository(manager);
      const allocations = await periods.allocations(periodId);
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
      return allocations.map(({ cityCode }) => cityCode);
    });
  }
}
