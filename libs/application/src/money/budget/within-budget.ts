import type { EntityManager } from 'typeorm';
import { demandWithinBudget } from '#domain';
import { BudgetRepository, PeriodRepository } from '#persistence';

/**
 * What the quotas of a period cost, or a change of them, must fit into what the ledger has left of each year's budget; nobody else
 * takes from the budget until the transaction ends. Throws BUDGET_MISSING or BUDGET_EXCEEDED.
 */
export async function demandPeriodWithinBudget(
  manager: EntityManager,
  periodId: string,
  changeRupiah = 0n,
): Promise<void> {
  const budgets = new BudgetRepository(manager);
  const { programme } = await new PeriodRepository(manager).find(periodId);
  await budgets.lock(programme);
  demandWithinBudget(await budgets.linesOf(periodId, changeRupiah));
}
