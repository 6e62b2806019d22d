import type { EntityManager } from 'typeorm';
import { type IsoDate, Policy } from '#domain';
import { PeriodRepository, PolicyRepository } from '#persistence';

/** What a TKSK gets a month by the policy of the period's programme on a day, in rupiah; undefined where it says nothing. Throws PERIOD_UNKNOWN. */
export async function stipendOf(manager: EntityManager, periodId: string, day: IsoDate): Promise<bigint | undefined> {
  const { programme } = await new PeriodRepository(manager).find(periodId);
  const policy = Policy.on(day, await new PolicyRepository(manager).parametersOf(programme));
  const rupiah = policy.countIf('stipend.rupiah_per_month');
  return rupiah === undefined ? undefined : BigInt(rupiah);
}
