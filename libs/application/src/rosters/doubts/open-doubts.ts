import type { EntityManager } from 'typeorm';
import { checkListKinds } from '#domain';
import { DoubtRepository, PeriodRepository, RosterRepository } from '#persistence';

/** Opens what is to be asked about a list, by the rules of its period's policy. A repeat opens only what has come since. */
export async function openDoubts(manager: EntityManager, rosterId: string): Promise<void> {
  const { periodId } = await new RosterRepository(manager).summary(rosterId);
  const policy = await new PeriodRepository(manager).policyOf(periodId);
  const listKinds = checkListKinds(policy).map(({ kind }) => kind);
  await new DoubtRepository(manager).open(rosterId, {
    listKinds,
    unusedMonths: policy.count('unused.months_in_a_row'),
  });
}
