import type { EntityManager } from 'typeorm';
import { CaseHoldRepository, CaseMeasureRepository, type OverMeasure } from '#persistence';
import { returnEarly } from '../distribution/return/return-early.js';

type Ended = OverMeasure & { readonly event: 'ended' | 'returning' };

/**
 * Ends the holds whose day is over, and what was released and not used by its day: before the last day of use the money is the family's
 * again, and the deadline takes what it leaves; past it the money goes back on a return order of its own. Of one order, or of all. A repeat
 * ends none twice.
 */
export async function endOverMeasures(manager: EntityManager, orderId?: string): Promise<Ended[]> {
  const holds = new CaseHoldRepository(manager);
  const over = await holds.over(orderId);
  for (const measure of over.filter(({ isLate }) => !isLate)) {
    if (measure.state === 'in_force') await holds.letGo(measure);
    await holds.setEnded(measure.id);
  }
  const late = over.filter(({ isLate }) => isLate);
  for (const [order, own] of Map.groupBy(late, (measure) => measure.orderId)) await sendBack(manager, order, own);
  return over.map((measure) => ({ ...measure, event: measure.isLate ? 'returning' : 'ended' }));
}

async function sendBack(manager: EntityManager, orderId: string, measures: readonly OverMeasure[]): Promise<void> {
  const entitlements = measures.map(({ entitlementId }) => entitlementId);
  const returnId = await returnEarly(manager, orderId, entitlements);
  const ids = measures.map(({ id }) => id);
  if (returnId === undefined) {
    for (const id of ids) await new CaseHoldRepository(manager).setEnded(id);
    return;
  }
  await new CaseMeasureRepository(manager).setReturning(ids, returnId, null, null);
}
