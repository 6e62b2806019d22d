import type { EntityManager } from 'typeorm';
import {
  type BankFileKind,
  BreakRepository,
  BreakSettlementRepository,
  NotificationRepository,
  OutboxRepository,
  type PaymentOrderRow,
  TreasuryReturnRepository,
} from '#persistence';
import { cityWorkflowOf } from '../../periods/city-workflow-of.js';
import { returnWorkflowOf } from '../return/return-early.js';

/**
 * Tells whoever waits for the bank that something has come, and the desk of breaks that there is something to settle. It
 * is written with what it tells; a workflow reads the facts when it wakes.
 */
export async function tellOfArrival(
  manager: EntityManager,
  order: PaymentOrderRow,
  kinds: readonly BankFileKind[],
): Promise<void> {
  const waiting = await Promise.all(kinds.map((kind) => waitingFor(manager, order, kind)));
  const outbox = new OutboxRepository(manager);
  for (const workflowId of new Set(waiting.flat())) await outbox.add(workflowId, 'arrival', { kinds });
  await tellOfBreaks(manager, order.id);
}

/** Breaks of the order have come or gone: its desk looks again. Where none is left, tasks over them are closed and the round is over. */
export async function tellOfBreaks(manager: EntityManager, orderId: string): Promise<void> {
  const open = await new BreakRepository(manager).openCount(orderId);
  if (open === 0) await new BreakSettlementRepository(manager).endRound(orderId);
  await new OutboxRepository(manager).add(breakDeskId(orderId), 'breaks', { orderId });
}

export const breakDeskId = (orderId: string): string => `breaks:${orderId}`;

/** The workflows that may wait for this answer: use is asked for by the city, and again by the return. */
async function waitingFor(manager: EntityManager, order: PaymentOrderRow, kind: BankFileKind): Promise<string[]> {
  if (kind === 'status') return [`order:${order.id}`, `repair:${order.id}`];
  if (kind === 'return') return (await new TreasuryReturnRepository(manager).keysOf(order.id)).map(returnWorkflowOf);
  const asks = order.isBeside ? `reissue:${order.id}` : await cityWorkflowOf(manager, order);
  return [asks, `return:${order.id}`];
}

/** PPK and treasurer hear that the bank refused the order, and why. */
export async function tellOfRefusedOrder(
  manager: EntityManager,
  order: PaymentOrderRow,
  reason: string,
): Promise<void> {
  const notifications = new NotificationRepository(manager);
  const key = `order.refused:${order.messageId}`;
  const details = { messageId: order.messageId, reason };
  for (const role of ['ppk', 'treasurer'] as const) {
    await notifications.tellOffice(role, order.cityCode, { kind: 'order.refused', key, details });
  }
}
