import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { PeriodRepository, ReferenceRepository } from '#persistence';
import { demandOnce } from './demand-once.js';
import type { NewQuotas } from './periods.schemas.js';

/** Gives a period these quotas in place of those it had. Throws QUOTA_TERRITORY or QUOTA_TWICE. */
export async function setQuotas(
  manager: EntityManager,
  periodId: string,
  quotas: NewQuotas['quotas'],
  months: number,
): Promise<void> {
  const cities = await Promise.all(quotas.map(({ cityCode }) => new ReferenceRepository(manager).exists(cityCode)));
  const unknown = quotas.find((_quota, index) => cities[index] === false);
  if (unknown !== undefined) {
    throw new DomainError('QUOTA_TERRITORY', 'no such city', { value: unknown.cityCode, field: 'quotas' });
  }
  demandOnce(quotas, 'quotas');
  const periods = new PeriodRepository(manager);
  const policy = await periods.policyOf(periodId);
  await periods.setAllocations(periodId, policy.rupiah('benefit.rupiah_per_month') * BigInt(months), quotas);
}
