import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, LedgerRepository, MandateRepository, PeriodRepository, TaskRepository } from '#persistence';

/** Quotas into the ledger, mandates to the cities, and their answers. Every posting is keyed, so a repeat is nothing. */
@Injectable()
export class AllocationActivities {
  constructor(private readonly database: DataSource) {}

  /** Puts every city of the period on the board in stage 1. */
  async startAllocation(periodId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const periods = new PeriodRepository(manager);
      for (const { cityCode } of await periods.allocations(periodId)) {
        await periods.startStage(periodId, cityCode, 'allocation', null);
      }
    });
  }

  /** Posts each city's quota from the appropriation and grants its mandate. Returns the cities. */
  async postAllocation(periodId: string): Promise<string[]> {
    return inTransaction(this.database, async (manager) => {
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

  async findMandate(periodId: string, cityCode: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      return (await new MandateRepository(manager).ofCity(periodId, cityCode)).id;
    });
  }

  /** Takes the city's answer into the mandate; an acceptance opens the city's period. */
  async answerMandate(taskId: string, mandateId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const [decision] = await new TaskRepository(manager).decisions([taskId]);
      if (decision === undefined) throw new Error('the mandate was answered by a decision');
      const mandates = new MandateRepository(manager);
      const event = decision.outcome === 'approved' ? 'accepted' : 'refused';
      await mandates.record(mandateId, event, decision.officerId, decision.reason ?? undefined);
      if (event === 'refused') return;
      const task = await new TaskRepository(manager).find(taskId);
      if (task !== undefined) await new PeriodRepository(manager).openCity(task.periodId, task.cityCode, mandateId);
    });
  }
}
