import type { EntityManager } from 'typeorm';
import { BudgetRepository, OfficerRepository, ProgrammeClockRepository } from '#persistence';

const YEARS_AHEAD = 8;
/** 18.8 million families, Rp200.000 a month, twelve months: what Program Sembako was planned for in 2023 (Kemensos). */
const CEILING_RUPIAH = 18_800_000n * 200_000n * 12n;

/** A made-up DIPA for each year that a sandbox plays in, entered and confirmed by its demo officers. Repeating it changes nothing. */
export async function prepareBudgets(manager: EntityManager, programme: string): Promise<string[]> {
  const budgets = new BudgetRepository(manager);
  const officers = new OfficerRepository(manager);
  const proposedBy = (await officers.byUsername('program'))?.id;
  const decidedBy = (await officers.byUsername('kpa'))?.id;
  if (
    proposedBy === undefined ||
    decidedBy === undefined ||
    (await budgets.list()).some((budget) => budget.programme === programme)
  )
    return [];
  const today = await new ProgrammeClockRepository(manager).today();
  const firstYear = Number(today.slice(0, 4));
  for (let year = firstYear; year < firstYear + YEARS_AHEAD; year += 1) {
    const paper = { dipaNumber: `SP DIPA-SANDBOX/${year}`, dipaOn: `${firstYear}-01-02`, amountRupiah: CEILING_RUPIAH };
    await budgets.adopt(await budgets.propose({ programme, year, ...paper, proposedBy }), decidedBy);
  }
  return [`budgets of ${firstYear} to ${firstYear + YEARS_AHEAD - 1}`];
}
