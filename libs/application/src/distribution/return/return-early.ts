import type { EntityManager } from 'typeorm';
import { EarlyReturnRepository, OutboxRepository } from '#persistence';

/**
 * A return order for chosen families of one order, beside the one at its deadline; the workflow that takes it to PPK, bank and treasurer
 * starts with it. Its id; undefined when all of them have used their money or lie on another return.
 */
export async function returnEarly(
  manager: EntityManager,
  orderId: string,
  entitlementIds: readonly string[],
): Promise<string | undefined> {
  const returns = new EarlyReturnRepository(manager);
  await returns.lock(orderId);
  const made = await returns.draft(orderId, entitlementIds);
  if (made === undefined) return undefined;
  const { id, periodId, cityCode } = made;
  await new OutboxRepository(manager).add(returnWorkflowOf(id), 'early-return', { periodId, cityCode, returnId: id });
  return id;
}

/** The workflow of a return, by its key. */
export const returnWorkflowOf = (key: string): string => `return:${key}`;
