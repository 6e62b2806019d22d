import type { EntityManager } from 'typeorm';
import { BudgetRepository } from '#persistence';
import { anOfficer } from './officers.js';

/** A budget in force, entered by one officer and confirmed by another. Returns its id. */
export async function aBudget(
  manager: EntityManager,
  { programme = 'sembako', year = 2023, amountRupiah = 1_000_000_000_000n } = {},
): Promise<string> {
  const budgets = new BudgetRepository(manager);
  const { officerId: proposedBy } = await anOfficer(manager, 'programme_officer');
  const { officerId: decidedBy } = await anOfficer(manager, 'kpa');
  const paper = { programme, year, dipaNumber: `SP DIPA-REKAAN/${year}`, dipaOn: '2023-01-02', amountRupiah };
  const budgetId = await budgets.propose({ ...paper, proposedBy });
  await budgets.adopt(budgetId, decidedBy);
  return budgetId;
}
