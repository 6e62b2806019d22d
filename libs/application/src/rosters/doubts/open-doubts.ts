import type { EntityManager } from 'typeorm';
import { checkListKinds } from '#domain';
import { DoubtRepository, PeriodRepository, RosterRepository } from '#persistence';

/** Opens what is to be asked about a list, by the kinds of lists that its period's policy knows. A repeat opens only what has come since. */
export async function openDoubts(manager: EntityManager, rosterId: string): Promise<void> {
  const { periodId } = await new RosterRepository(manager).summary(rosterId);
  const kinds = checkListKinds(await new PeriodRepository(manager).policyOf(periodId)).map(({ kind }) => kind);
  await new DoubtRepository(manager).open(rosterId, kinds);
}
