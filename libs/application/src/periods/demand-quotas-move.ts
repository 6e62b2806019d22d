import type { EntityManager } from 'typeorm';
import { DomainError, limitsOf, sumRupiah, whyNotMoved } from '#domain';
import { type CityQuotaRow, PeriodRepository, QuotaChangeRepository, type QuotaChangeRow } from '#persistence';
import { demandPeriodWithinBudget } from '../money/budget/within-budget.js';

/** By how many families, more or fewer, the quotas of a period are to be moved. */
export interface QuotaMoves extends Pick<QuotaChangeRow, 'periodId'> {
  readonly lines: readonly { readonly cityCode: string; readonly deltaFamilies: number }[];
}

/**
 * Every city must be able to give or take what a change says, and the budget to bear it: all of it or nothing. The quotas stay
 * as they are until the transaction ends. Answers with the cities as they stand, by code. Throws QUOTA_CHANGE_CLOSED, QUOTA_CHANGE_IMPOSSIBLE with a reason for each city, BUDGET_MISSING or
 * BUDGET_EXCEEDED.
 */
export async function demandQuotasMove(
  manager: EntityManager,
  { periodId, lines }: QuotaMoves,
): Promise<ReadonlyMap<string, CityQuotaRow>> {
  if ((await new PeriodRepository(manager).find(periodId)).state === 'closed') {
    throw new DomainError('QUOTA_CHANGE_CLOSED', 'the period is closed');
  }
  const quotas = new QuotaChangeRepository(manager);
  const codes = lines.map(({ cityCode }) => cityCode);
  await quotas.lockQuotas(periodId, codes);
  const cities = new Map((await quotas.cities(periodId, codes)).map((city) => [city.cityCode, city]));
  const refusals = lines.flatMap(({ cityCode, deltaFamilies }) => {
    const city = cities.get(cityCode);
    if (city === undefined) return [{ code: 'QUOTA_NO_ALLOCATION', details: { city: cityCode } }];
    const limits = limitsOf(city);
    const code = whyNotMoved(limits, deltaFamilies);
    return code === undefined ? [] : [{ code, details: { city: city.cityName, most: String(limits.recallable) } }];
  });
  if (refusals.length > 0) throw new DomainError('QUOTA_CHANGE_IMPOSSIBLE', 'not for every city', { refusals });
  const cost = lines.map(
    ({ cityCode, deltaFamilies }) => BigInt(deltaFamilies) * BigInt(cities.get(cityCode)?.rupiahPerFamily ?? 0),
  );
  await demandPeriodWithinBudget(manager, periodId, sumRupiah(cost));
  return cities;
}
