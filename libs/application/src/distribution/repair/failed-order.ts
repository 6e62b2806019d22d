import type { EntityManager } from 'typeorm';
import type { FailedThrough } from '#domain';
import { type PaymentOrderRow, ServiceAreaRepository } from '#persistence';

/** How payments of an order were to be paid that failed, and where else its families can be; the reason is each payment's own. */
export async function failedThrough(
  manager: EntityManager,
  { id, channel }: PaymentOrderRow,
): Promise<Omit<FailedThrough, 'reason'>> {
  return { channel, hasPost: await new ServiceAreaRepository(manager).hasPost(id) };
}
