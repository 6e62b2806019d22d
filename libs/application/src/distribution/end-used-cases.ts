import type { EntityManager } from 'typeorm';
import { CaseRepository, OutboxRepository } from '#persistence';

/** A family that has used its money needs no visit any more: its case ends with the fact, and its desk looks again. */
export async function endUsedCases(manager: EntityManager, orderId: string): Promise<void> {
  const outbox = new OutboxRepository(manager);
  for (const deskId of await new CaseRepository(manager).endUsed(orderId)) await outbox.add(deskId, 'deadline', {});
}
